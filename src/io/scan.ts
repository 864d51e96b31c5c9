import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'

/** What tells whether a file is still the one that was looked at. */
export interface FileLook {
  /** Milliseconds since 1970, with their fraction. */
  readonly mtime: number
  readonly ctime: number
  /** Bytes. */
  readonly size: number
  readonly ino: number
}

/** A file as a scan saw it. */
export interface SeenFile extends FileLook {
  readonly path: RepoPath
}

/**
 * Every entry below the folders whose name ends in `.md` in any letter case, as paths relative to
 * `root`, sorted, each once though one folder may lie in the other. Links are listed, never followed;
 * names that begin with a dot are passed over. A missing folder has none.
 *
 * Synchronous: a hundred thousand promises would cost four times what the disk does.
 * @throws CasectlError `unreadable-root` when one of the folders itself cannot be read
 */
export function listCasePaths(root: string, folders: readonly RepoPath[], onFolder?: OnFolder): RepoPath[] {
  return listFiles(root, folders, MARKDOWN, onFolder)
}

/** Is told of each folder before it is read, of those that were asked for even if they are missing. */
export type OnFolder = (folder: RepoPath) => void

/** The same for another kind of name. */
export function listFiles(
  root: string,
  folders: readonly RepoPath[],
  wanted: RegExp,
  onFolder: OnFolder = () => undefined,
): RepoPath[] {
  const walk = new Walk(root, wanted, onFolder)
  for (const folder of folders) walk.top(folder)
  // By code unit, as `byCodeUnit` says, and without a call for each comparison.
  const found = walk.found.sort()
  return found.filter((path, i) => path !== found[i - 1])
}

/** Looks at files without opening them; those that are gone meanwhile are left out. */
export function lookAt(root: string, paths: readonly RepoPath[]): SeenFile[] {
  const seen: SeenFile[] = []
  for (const path of paths) {
    const stat = statOf(`${root}/${path}`)
    if (stat === undefined) continue
    const { mtimeMs, ctimeMs, size, ino } = stat
    seen.push({ path, mtime: mtimeMs, ctime: ctimeMs, size, ino })
  }
  return seen
}

export function lookOf({ mtimeMs, ctimeMs, size, ino }: Stats): FileLook {
  return { mtime: mtimeMs, ctime: ctimeMs, size, ino }
}

/** Steps of the clocks of file systems, in milliseconds: of those that count whole seconds, of others. */
const COARSE_CLOCK = 2000
const FINE_CLOCK = 100

/**
 * Whether a file is certainly the one that was looked at. One that changed within the step of its clock
 * in which it was looked at may have changed again in the same step, and look the same. Only a write
 * moves ctime.
 * @param lookedAt when, by the clock of its file system, in milliseconds since 1970
 */
export function isUntouched(before: FileLook, now: FileLook, lookedAt: number): boolean {
  const { mtime, ctime, size, ino } = before
  const step = ctime % 1000 === 0 ? COARSE_CLOCK : FINE_CLOCK
  const same = mtime === now.mtime && ctime === now.ctime && size === now.size && ino === now.ino
  return same && ctime < lookedAt - step
}

export function unreadableRoot(path: string, code: string): CasectlError {
  return new CasectlError(
    'unreadable-root',
    { en: `${path} cannot be read (${code}).`, zh: `无法读取 ${path}（${code}）。` },
    { en: 'Check that it exists and that you may read it.', zh: '请检查它是否存在、是否有读取权限。' },
  )
}

const MARKDOWN = /\.md$/i

class Walk {
  readonly found: RepoPath[] = []
  readonly #root: string
  readonly #wanted: RegExp
  readonly #onFolder: OnFolder

  constructor(root: string, wanted: RegExp, onFolder: OnFolder) {
    this.#root = root
    this.#wanted = wanted
    this.#onFolder = onFolder
  }

  top(folder: RepoPath): void {
    this.#onFolder(folder)
    try {
      // A case folder that is a link is listed itself, lest it leads through the whole disk.
      if (isLink(this.#root, folder)) this.found.push(folder)
      else this.#entries(folder, readdirSync(join(this.#root, folder), { withFileTypes: true }))
    } catch (error) {
      const code = systemCode(error) ?? 'unknown'
      if (code !== 'ENOENT') throw unreadableRoot(join(this.#root, folder), code)
    }
  }

  #entries(folder: RepoPath, entries: readonly Dirent[]): void {
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = `${folder}/${entry.name}`
      // A link to a folder or an image is no case; rules about links see those.
      if (this.#wanted.test(entry.name)) this.found.push(path)
      if (entry.isDirectory()) this.#below(path)
    }
  }

  #below(folder: RepoPath): void {
    this.#onFolder(folder)
    const entries = entriesOf(`${this.#root}/${folder}`)
    // Listed as it is, so that reading it says what is wrong.
    if (entries === undefined) this.found.push(folder)
    else this.#entries(folder, entries)
  }
}

/** What stands in a folder; undefined where it cannot be listed. */
export function entriesOf(full: string): Dirent[] | undefined {
  try {
    return readdirSync(full, { withFileTypes: true })
  } catch {
    return undefined
  }
}

function isLink(root: string, folder: RepoPath): boolean {
  const parts = folder.split('/')
  return parts.some((_, i) => lstatSync(join(root, ...parts.slice(0, i + 1))).isSymbolicLink())
}

const QUIET = { throwIfNoEntry: false } as const

// What cannot be looked at is as good as gone: a folder above it was removed or locked meanwhile.
function statOf(full: string): Stats | undefined {
  try {
    return lstatSync(full, QUIET)
  } catch {
    return undefined
  }
}

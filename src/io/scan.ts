import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import { byCodeUnit } from '../lib/text.js'
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
export function listCasePaths(root: string, folders: readonly RepoPath[]): RepoPath[] {
  return listFiles(root, folders, MARKDOWN)
}

/** The same for another kind of name. */
export function listFiles(root: string, folders: readonly RepoPath[], wanted: RegExp): RepoPath[] {
  const found: RepoPath[] = []
  for (const folder of folders) walkTop(root, folder, wanted, found)
  found.sort(byCodeUnit)
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

export function unreadableRoot(path: string, code: string): CasectlError {
  return new CasectlError(
    'unreadable-root',
    { en: `${path} cannot be read (${code}).`, zh: `无法读取 ${path}（${code}）。` },
    { en: 'Check that it exists and that you may read it.', zh: '请检查它是否存在、是否有读取权限。' },
  )
}

const MARKDOWN = /\.md$/i

function walkTop(root: string, folder: RepoPath, wanted: RegExp, found: RepoPath[]): void {
  try {
    // A case folder that is a link is listed itself, lest it leads through the whole disk.
    if (isLink(root, folder)) found.push(folder)
    else walk(root, folder, readdirSync(join(root, folder), { withFileTypes: true }), wanted, found)
  } catch (error) {
    const code = systemCode(error) ?? 'unknown'
    if (code !== 'ENOENT') throw unreadableRoot(join(root, folder), code)
  }
}

function walk(
  root: string,
  folder: RepoPath,
  entries: readonly Dirent[],
  wanted: RegExp,
  found: RepoPath[],
): void {
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = `${folder}/${entry.name}`
    // A link to a folder or an image is no case; rules about links see those.
    if (wanted.test(entry.name)) found.push(path)
    if (!entry.isDirectory()) continue
    const below = entriesOf(`${root}/${path}`)
    // Listed as it is, so that reading it says what is wrong.
    if (below === undefined) found.push(path)
    else walk(root, path, below, wanted, found)
  }
}

function entriesOf(full: string): Dirent[] | undefined {
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

// What cannot be looked at is as good as gone: a folder above it was removed or locked meanwhile.
function statOf(full: string): Stats | undefined {
  try {
    return lstatSync(full, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

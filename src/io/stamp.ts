import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { RepoPath } from '../model/case.js'

/** What the search index was built from, as far as it can be told without reading a case. */
export interface Stamp {
  /** The commit that is checked out, '' outside git. */
  readonly head: string
  /** Time and size of git's index file: every `git add`, checkout and merge moves it. */
  readonly gitIndex: string
  /** File or folder → `mtime:size` (folders: `mtime`), '' where there is none. */
  readonly entries: Readonly<Record<RepoPath, string>>
}

/** What the stamp looks at beside the case folders. */
export interface Watched {
  /** Settings files. */
  readonly files: readonly RepoPath[]
  /** Case folders; their sub-folders are found. */
  readonly folders: readonly RepoPath[]
}

/** Takes the stamp of a library: one stat a folder, none a case. */
export async function takeStamp(root: string, { files, folders }: Watched): Promise<Stamp> {
  const entries: Record<RepoPath, string> = {}
  for (const file of files) entries[file] = signature(join(root, file), true)
  for (const folder of folders) addFolder(root, folder, entries)
  return { ...(await gitState(root)), entries }
}

/**
 * Whether a library still looks as it did. Compares only what the stamp lists: a new folder shows
 * in the time of the one above it. An edit in place, by a program that neither renames nor adds to
 * git, is not seen.
 */
export async function stampHolds(root: string, stamp: Stamp): Promise<boolean> {
  const { head, gitIndex } = await gitState(root)
  if (head !== stamp.head || gitIndex !== stamp.gitIndex) return false
  return Object.entries(stamp.entries).every(
    ([path, before]) => signature(`${root}/${path}`, !before.startsWith('folder')) === before,
  )
}

function addFolder(root: string, folder: RepoPath, entries: Record<RepoPath, string>): void {
  const full = join(root, folder)
  entries[folder] = signature(full, false)
  if (entries[folder] === '') return
  for (const entry of entriesOf(full)) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) {
      addFolder(root, `${folder}/${entry.name}`, entries)
    }
  }
}

function entriesOf(full: string): Dirent[] {
  try {
    return readdirSync(full, { withFileTypes: true })
  } catch {
    return []
  }
}

/** How a folder looks, as a stamp has it. */
export function folderSignature(root: string, folder: RepoPath): string {
  return signature(join(root, folder), false)
}

// Synchronous: every search looks at a thousand folders, and a promise costs four times a look.
function signature(full: string, isFile: boolean): string {
  let stat: Stats | undefined
  try {
    stat = lstatSync(full, { throwIfNoEntry: false })
  } catch {
    // Not to be looked at: as good as not there.
  }
  if (stat === undefined) return ''
  return isFile ? `${stat.mtimeMs}:${stat.size}` : `folder:${stat.mtimeMs}`
}

/** Reads git's state without starting git (gitrepository-layout(5)). */
async function gitState(root: string): Promise<{ head: string; gitIndex: string }> {
  const folder = await gitFolder(root)
  if (folder === undefined) return { head: '', gitIndex: '' }
  const head = (await readMaybe(join(folder, 'HEAD'))) ?? ''
  const ref = /^ref: (.+)$/.exec(head.trim())?.[1]
  const commit = ref === undefined ? head.trim() : await resolveRef(folder, ref)
  return { head: commit, gitIndex: signature(join(folder, 'index'), true) }
}

async function gitFolder(root: string): Promise<string | undefined> {
  for (let folder = root; ; folder = resolve(folder, '..')) {
    const dot = join(folder, '.git')
    const stat = await lstat(dot).catch(() => undefined)
    if (stat?.isDirectory() === true) return dot
    // A worktree or submodule: a file that says where.
    if (stat?.isFile() === true) {
      const to = /^gitdir: (.+)$/m.exec((await readMaybe(dot)) ?? '')?.[1]
      return to === undefined ? undefined : resolve(folder, to)
    }
    if (resolve(folder, '..') === folder) return undefined
  }
}

async function resolveRef(folder: string, ref: string): Promise<string> {
  // Worktrees share refs with the main repository.
  const shared = resolve(folder, ((await readMaybe(join(folder, 'commondir'))) ?? '.').trim())
  const loose = await readMaybe(join(shared, ref))
  if (loose !== undefined) return loose.trim()
  const packed = (await readMaybe(join(shared, 'packed-refs'))) ?? ''
  return (
    packed
      .split('\n')
      .find(line => line.endsWith(` ${ref}`))
      ?.split(' ')[0] ?? ref
  )
}

async function readMaybe(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { join, resolve } from 'node:path'
import type { RepoPath } from '../model/case.js'
import { entriesOf } from './scan.js'

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
export function takeStamp(root: string, { files, folders }: Watched): Stamp {
  const entries: Record<RepoPath, string> = {}
  for (const file of files) entries[file] = signature(join(root, file), true)
  for (const folder of folders) addFolder(root, folder, entries)
  return { ...gitState(root), entries }
}

/**
 * Whether a library still looks as it did. Compares only what the stamp lists: a new folder shows
 * in the time of the one above it. An edit in place, by a program that neither renames nor adds to
 * git, is not seen.
 */
export function stampHolds(root: string, stamp: Stamp): boolean {
  const { head, gitIndex } = gitState(root)
  if (head !== stamp.head || gitIndex !== stamp.gitIndex) return false
  return Object.entries(stamp.entries).every(
    ([path, before]) => signature(`${root}/${path}`, !before.startsWith('folder')) === before,
  )
}

function addFolder(root: string, folder: RepoPath, entries: Record<RepoPath, string>): void {
  const full = join(root, folder)
  entries[folder] = signature(full, false)
  if (entries[folder] === '') return
  for (const entry of entriesOf(full) ?? []) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) {
      addFolder(root, `${folder}/${entry.name}`, entries)
    }
  }
}

/** How a folder looks, as a stamp has it. */
export function folderSignature(root: string, folder: RepoPath): string {
  return signature(`${root}/${folder}`, false)
}

// Synchronous: every search looks at a thousand folders, and a promise costs four times a look.
function signature(full: string, isFile: boolean): string {
  const stat = look(full)
  if (stat === undefined) return ''
  return isFile ? `${stat.mtimeMs}:${stat.size}` : `folder:${stat.mtimeMs}`
}

const QUIET = { throwIfNoEntry: false } as const

/** Undefined for what may not be looked at, as for what is not there. */
function look(full: string): Stats | undefined {
  try {
    return lstatSync(full, QUIET)
  } catch {
    return undefined
  }
}

/** Reads git's state without starting git (gitrepository-layout(5)). */
function gitState(root: string): { head: string; gitIndex: string } {
  const folder = gitFolder(root)
  if (folder === undefined) return { head: '', gitIndex: '' }
  const head = readMaybe(join(folder, 'HEAD')) ?? ''
  const ref = /^ref: (.+)$/.exec(head.trim())?.[1]
  const commit = ref === undefined ? head.trim() : resolveRef(folder, ref)
  return { head: commit, gitIndex: signature(join(folder, 'index'), true) }
}

function gitFolder(root: string): string | undefined {
  for (let folder = root; ; folder = resolve(folder, '..')) {
    const dot = join(folder, '.git')
    const stat = look(dot)
    if (stat?.isDirectory() === true) return dot
    // A worktree or submodule: a file that says where.
    if (stat?.isFile() === true) {
      const to = /^gitdir: (.+)$/m.exec(readMaybe(dot) ?? '')?.[1]
      return to === undefined ? undefined : resolve(folder, to)
    }
    if (resolve(folder, '..') === folder) return undefined
  }
}

function resolveRef(folder: string, ref: string): string {
  // Worktrees share refs with the main repository.
  const shared = resolve(folder, (readMaybe(join(folder, 'commondir')) ?? '.').trim())
  const loose = readMaybe(join(shared, ref))
  if (loose !== undefined) return loose.trim()
  const packed = readMaybe(join(shared, 'packed-refs')) ?? ''
  return (
    packed
      .split('\n')
      .find(line => line.endsWith(` ${ref}`))
      ?.split(' ')[0] ?? ref
  )
}

function readMaybe(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

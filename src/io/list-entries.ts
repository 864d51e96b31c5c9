import { type Dirent, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit } from '../lib/text.js'
import type { EntryKind, TreeEntry } from '../library/disk.js'
import type { RepoPath } from '../model/case.js'
import { entriesOf } from './scan.js'

/** Most entries outside the library's own folders: it may be a small part of a large repository. */
const MOST_STRANGE = 100_000

/**
 * Everything below a library's folder, by path. Links are listed, never followed. The library's own
 * `.git` is left out, one further down is listed without what is in it, and so is `node_modules`.
 * Outside the folders given, what `.gitignore` names plainly (`dist`, `/out/`) is left out; its
 * patterns are not read; and of what else lies there no more than 100,000 entries are listed. Folders
 * that cannot be read count as empty.
 *
 * Synchronous: a hundred thousand promises would cost four times what the disk does.
 */
export function listEntries(root: string, folders: readonly RepoPath[]): TreeEntry[] {
  const found: TreeEntry[] = []
  const ignored = ignoredNames(root)
  const isOwn = (path: RepoPath): boolean =>
    folders.some(own => path === own || path.startsWith(`${own}/`) || own.startsWith(`${path}/`))
  const left: RepoPath[] = ['']
  let strange = 0
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    for (const entry of entriesOf(join(root, folder)) ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (path === '.git') continue
      if (!isOwn(path) && (ignored(path, entry.name) || ++strange > MOST_STRANGE)) continue
      const kind = kindOf(entry)
      found.push({ path, kind })
      if (kind === 'folder' && entry.name !== '.git' && entry.name !== 'node_modules') left.push(path)
    }
  }
  return found.sort((a, b) => byCodeUnit(a.path, b.path))
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'symlink'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}

/** Longest `.gitignore` that is read, in bytes. */
const MAX_IGNORE_BYTES = 64 * 1024

// A name on a line of its own, with or without slashes around it (gitignore(5)).
const PLAIN = /^(\/?)([^/\s*?[\]!#\\]+)\/?$/

function ignoredNames(root: string): (path: RepoPath, name: string) => boolean {
  const anywhere = new Set<string>()
  const atTop = new Set<string>()
  for (const line of ignoreFile(join(root, '.gitignore')).split(/\r?\n/)) {
    const [, top, name] = PLAIN.exec(line) ?? []
    if (name !== undefined) (top === '/' ? atTop : anywhere).add(name)
  }
  return (path, name) => anywhere.has(name) || atTop.has(path)
}

function ignoreFile(full: string): string {
  try {
    const stat = lstatSync(full)
    return stat.isFile() && stat.size <= MAX_IGNORE_BYTES ? readFileSync(full, 'utf8') : ''
  } catch {
    return ''
  }
}

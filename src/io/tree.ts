import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { EntryKind, Tree } from '../library/library.js'

/** Looks into the library's folder on demand, never following links; answers are remembered. */
export function treeOf(root: string): Tree {
  const known = new Map<string, EntryKind | undefined>()
  return path => {
    if (known.has(path)) return known.get(path)
    const kind = kindOf(root, path)
    known.set(path, kind)
    return kind
  }
}

// What cannot be looked at is not there: a name that no file system takes, a file used as a folder,
// a folder that may not be entered.
function look(full: string): Stats | undefined {
  try {
    return lstatSync(full, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function kindOf(root: string, path: string): EntryKind | undefined {
  const parts = path.split('/')
  if (parts.some(part => part === '..')) return undefined
  for (let i = 1; i <= parts.length; i++) {
    const stat = look(join(root, ...parts.slice(0, i)))
    if (stat === undefined) return undefined
    if (stat.isSymbolicLink()) return 'symlink'
    if (i === parts.length) return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other'
  }
  return undefined
}

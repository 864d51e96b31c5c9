import { createHash } from 'node:crypto'
import type { Disk, EntryKind, Tree } from '../../src/library/disk.js'
import type { RepoPath } from '../../src/model/case.js'
import { piecesOf } from '../../src/model/file-pieces.js'

/** Files, the folders that hold them, and further entries; whatever is behind a link is the link. */
export function treeOfTexts(
  paths: readonly RepoPath[],
  entries: Readonly<Record<RepoPath, EntryKind>>,
): Tree {
  const known = knownEntries(paths, entries)
  return path => {
    for (let cut = path.indexOf('/'); cut !== -1; cut = path.indexOf('/', cut + 1)) {
      if (known.get(path.slice(0, cut)) === 'symlink') return 'symlink'
    }
    return known.get(path)
  }
}

/** The same files as a disk has them. */
export function diskOfTexts(
  files: Readonly<Record<RepoPath, unknown>>,
  entries: Readonly<Record<RepoPath, EntryKind>>,
): Disk {
  const known = knownEntries(Object.keys(files), entries)
  const bytesOf = (path: RepoPath): Uint8Array | undefined => {
    const content = files[path]
    if (typeof content === 'string') return new TextEncoder().encode(content)
    return content instanceof Uint8Array ? content : undefined
  }
  return {
    entries: () =>
      [...known].map(([path, kind]) => ({ path, kind })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    size: path => bytesOf(path)?.length,
    sha256: path => {
      const bytes = bytesOf(path)
      return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex')
    },
    text: path => {
      const bytes = bytesOf(path)
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
    },
    read: (path, use) => {
      const bytes = bytesOf(path)
      return bytes === undefined ? undefined : use(piecesOf(bytes))
    },
  }
}

function knownEntries(
  paths: readonly RepoPath[],
  entries: Readonly<Record<RepoPath, EntryKind>>,
): Map<RepoPath, EntryKind> {
  const known = new Map<RepoPath, EntryKind>(Object.entries(entries))
  for (const path of [...paths, ...known.keys()]) {
    if (!known.has(path)) known.set(path, 'file')
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut)
      if (!known.has(folder)) known.set(folder, 'folder')
    }
  }
  return known
}

import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk, Tree, TreeEntry } from '../library/disk.js'
import type { RepoPath } from '../model/case.js'
import type { FilePieces } from '../model/file-pieces.js'
import { listEntries } from './list-entries.js'
import { READ_IN_PLACE } from './open-flags.js'

const MAX_TEXT_BYTES = 64 * 1024

/** Bytes read at once while a file is hashed. */
const PIECE = 1024 * 1024

/**
 * What rules ask of a library's folder. Everything is looked up when it is asked for: a library
 * without attachments hashes nothing.
 * @param tree says what stands where
 * @param folders those of the library itself, which are listed whatever `.gitignore` says
 */
export function diskOf(root: string, tree: Tree, folders: readonly RepoPath[]): Disk {
  let entries: readonly TreeEntry[] | undefined
  const open = <T>(path: RepoPath, use: (descriptor: number, size: number) => T): T | undefined =>
    tree(path) === 'file' ? withFile(join(root, path), use) : undefined
  return {
    entries: () => {
      entries ??= listEntries(root, folders)
      return entries
    },
    size: path => open(path, (_, size) => size),
    sha256: path => open(path, hashOf),
    text: path => open(path, textOf),
    read: (path, use) => open(path, (descriptor, size) => use(piecesOf(descriptor, size))),
  }
}

/** Undefined for what is no regular file or cannot be read. */
function withFile<T>(full: string, use: (descriptor: number, size: number) => T): T | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(full, READ_IN_PLACE)
    const stat = fstatSync(descriptor)
    return stat.isFile() ? use(descriptor, stat.size) : undefined
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function hashOf(descriptor: number): string {
  const hash = createHash('sha256')
  const piece = new Uint8Array(PIECE)
  for (let read = PIECE; read > 0; ) {
    read = readSync(descriptor, piece, 0, PIECE, null)
    hash.update(piece.subarray(0, read))
  }
  return hash.digest('hex')
}

function textOf(descriptor: number, size: number): string | undefined {
  if (size > MAX_TEXT_BYTES) return undefined
  if (size === 0) return ''
  const bytes = new Uint8Array(size)
  const read = readSync(descriptor, bytes, 0, size, 0)
  return new TextDecoder().decode(bytes.subarray(0, read))
}

function piecesOf(descriptor: number, size: number): FilePieces {
  return {
    size,
    piece: (start, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - start)))
      return bytes.subarray(0, bytes.length === 0 ? 0 : readSync(descriptor, bytes, 0, bytes.length, start))
    },
  }
}

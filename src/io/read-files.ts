import { type FileHandle, lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { READ_IN_PLACE } from './open-flags.js'

/** What became of a file: its bytes, or what stands there instead of a readable regular file. */
export type ReadResult =
  | { readonly path: RepoPath; readonly bytes: Uint8Array }
  | { readonly path: RepoPath; readonly refused: 'symlink' | 'folder' | 'special' }
  | { readonly path: RepoPath; readonly failed: string }
  | { readonly path: RepoPath; readonly tooLarge: number }

/** Files open at once. */
const PARALLEL = 32

/** Reads files in the order given, several at once. Never throws for a single file. */
export async function readFiles(
  root: string,
  paths: readonly RepoPath[],
  maxBytes: number,
): Promise<ReadResult[]> {
  const results: ReadResult[] = new Array(paths.length)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < paths.length; i = next++) {
      const path = paths[i]
      if (path !== undefined) results[i] = await readOne(root, path, maxBytes)
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, paths.length) }, worker))
  return results
}

/** Reads one file of a library: a regular one, of at most `maxBytes`, not reached through a link. */
export async function readOne(root: string, path: RepoPath, maxBytes: number): Promise<ReadResult> {
  let handle: FileHandle | undefined
  try {
    if (await isLink(root, path)) return { path, refused: 'symlink' }
    handle = await open(join(root, path), READ_IN_PLACE)
    const stat = await handle.stat()
    if (stat.isDirectory()) return { path, refused: 'folder' }
    if (!stat.isFile()) return { path, refused: 'special' }
    if (stat.size > maxBytes) return { path, tooLarge: stat.size }
    return { path, bytes: await handle.readFile() }
  } catch (error) {
    const code = systemCode(error) ?? 'unknown'
    if (code === 'ELOOP') return { path, refused: 'symlink' }
    if (code === 'EISDIR') return { path, refused: 'folder' }
    if (code === 'ENXIO') return { path, refused: 'special' }
    return { path, failed: code }
  } finally {
    await handle?.close().catch(() => undefined)
  }
}

/** Whether a path or a folder on its way is a link. */
async function isLink(root: string, path: RepoPath): Promise<boolean> {
  const parts = path.split('/')
  for (let i = 1; i <= parts.length; i++) {
    const stat = await lstat(join(root, ...parts.slice(0, i)))
    if (stat.isSymbolicLink()) return true
  }
  return false
}

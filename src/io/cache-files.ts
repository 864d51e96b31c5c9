import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { RepoPath } from '../model/case.js'
import { STATE_FOLDER } from './apply.js'
import { makeFoldersNow } from './make-folders.js'
import { READ_IN_PLACE } from './open-flags.js'
import { treeOf } from './tree.js'

/** What can be made again, relative to the library's root. */
export const CACHE_FOLDER: RepoPath = `${STATE_FOLDER}/cache`

/** Bytes of a cached file; undefined when there is no such regular file, or it cannot be read. */
export function readCacheFile(root: string, name: string): Buffer | undefined {
  if (treeOf(root)(CACHE_FOLDER) !== 'folder') return undefined
  let descriptor: number | undefined
  try {
    descriptor = openSync(join(root, CACHE_FOLDER, name), READ_IN_PLACE)
    return fstatSync(descriptor).isFile() ? readFileSync(descriptor) : undefined
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/**
 * Writes a file of the cache as a whole, without forcing it to the disk: what a crash cuts short its
 * reader must notice. Best effort: on a full disk, or where nothing may be written, there is none.
 * @returns whether it was written
 */
export function writeCacheFile(root: string, name: string, chunks: readonly Uint8Array[]): boolean {
  const tree = treeOf(root)
  // Not through a link, wherever it leads.
  const folders = [STATE_FOLDER, CACHE_FOLDER].map(folder => tree(folder))
  if (!folders.every(kind => kind === undefined || kind === 'folder')) return false
  const path = join(root, CACHE_FOLDER, name)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    makeFoldersNow(join(root, CACHE_FOLDER))
    writeFileSync(temporary, Buffer.concat(chunks), { flag: 'wx' })
    renameSync(temporary, path)
    return true
  } catch {
    rmSync(temporary, { force: true })
    return false
  }
}

/**
 * Now, by the clock of the file system that the library lies on, in milliseconds since 1970: what times
 * of its files are held against. Undefined where nothing can be written.
 */
export function cacheClock(root: string): number | undefined {
  const name = `clock.${process.pid}`
  if (!writeCacheFile(root, name, [])) return undefined
  try {
    return statSync(join(root, CACHE_FOLDER, name)).mtimeMs
  } catch {
    return undefined
  } finally {
    removeCacheFile(root, name)
  }
}

export function removeCacheFile(root: string, name: string): void {
  if (treeOf(root)(CACHE_FOLDER) === 'folder') rmSync(join(root, CACHE_FOLDER, name), { force: true })
}

/** The files of the cache that a name's beginning chooses, the latest first. */
export function listCacheFiles(root: string, beginning: string): string[] {
  try {
    const folder = join(root, CACHE_FOLDER)
    const names = readdirSync(folder).filter(name => name.startsWith(beginning))
    const times = new Map(names.map(name => [name, statSync(join(folder, name)).mtimeMs]))
    return names.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
  } catch {
    return []
  }
}

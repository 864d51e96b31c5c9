import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32, inflateRawSync } from 'node:zlib'
import { systemCode } from '../lib/errors.js'
import { MANIFEST_FILE } from '../store/manifest.js'
import type { ByteRange, Storage } from '../store/storage.js'
import { READ_IN_PLACE } from './open-flags.js'

/** Where the search index lies, relative to the library's root. */
export const INDEX_FOLDER = '.casectl/index'

/** The names that packs have: whatever a manifest says, nothing else is opened. */
export const PACK_NAME: RegExp = /^[a-z]{1,20}-[0-9a-f]{16}\.bin$/

/** What only `index` reads lies beside the packs. */
export const SOURCES_NAME: RegExp = /^sources\.[0-9a-f]{16}\.bin$/
/** The freshness stamp, which every search reads. */
export const STAMP_FILE = 'stamp.json'

/** Largest file that is read whole, in bytes: what the index knows of a million case files is less. */
const MAX_WHOLE = 256 * 1024 * 1024

/**
 * The index of a library as files. Synchronous within: a search reads a few small ranges, and
 * handing each to a thread costs more than reading it.
 */
export function fileStorage(root: string): Storage {
  return {
    async read(name, range) {
      return PACK_NAME.test(name) ? readIndexFile(root, name, range) : undefined
    },
    inflate,
    crc32,
  }
}

function inflate(bytes: Uint8Array, size: number, dictionary?: Uint8Array): Uint8Array {
  return inflateRawSync(bytes, {
    // More than sound bytes give is an error of zlib's, before it costs memory.
    maxOutputLength: Math.max(1, size),
    // Room for all that comes out and no more; zlib takes no less than 64.
    chunkSize: Math.max(64, size),
    ...(dictionary && { dictionary }),
  })
}

/** The text of the index's manifest; undefined when it is not there or cannot be read. */
export function readManifestText(root: string): string | undefined {
  return readIndexText(root, MANIFEST_FILE)
}

/** The text of a file of the index; undefined when it is not there or cannot be read. */
export function readIndexText(root: string, name: string): string | undefined {
  try {
    return readIndexFile(root, name)?.toString('utf8')
  } catch {
    return undefined
  }
}

/**
 * A file of the index, or as much of a range as there is; undefined when there is no such file.
 * @throws the system error when it is there and cannot be read
 */
export function readIndexFile(root: string, name: string, range?: ByteRange): Buffer | undefined {
  let descriptor: number
  try {
    descriptor = openSync(`${root}/${INDEX_FOLDER}/${name}`, READ_IN_PLACE)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return undefined
    const start = Math.min(range?.start ?? 0, stat.size)
    const end = Math.min(range?.end ?? MAX_WHOLE, stat.size)
    return readRange(descriptor, start, Math.max(0, end - start))
  } finally {
    closeSync(descriptor)
  }
}

function readRange(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const read = readSync(descriptor, bytes, filled, length - filled, start + filled)
    if (read === 0) break
    filled += read
  }
  return bytes.subarray(0, filled)
}

import { createHash } from 'node:crypto'
import { createReadStream, lstatSync, readFileSync, statSync } from 'node:fs'
import { CasectlError, systemCode } from '../lib/errors.js'
import { unreadableRoot } from './scan.js'

/** What stands under a name that a user gave. */
export type ExportKind = 'file' | 'folder'

/** Bytes read at once. */
const PIECE = 256 * 1024

/**
 * Whether a name is a file or a folder. A link that the user names is followed: he points there himself.
 * @throws CasectlError `unreadable-root`
 */
export function exportKind(full: string): ExportKind {
  try {
    const stat = statSync(full)
    if (stat.isFile()) return 'file'
    if (stat.isDirectory()) return 'folder'
  } catch (error) {
    throw unreadableRoot(full, systemCode(error) ?? 'unknown')
  }
  throw unreadableRoot(full, 'not a regular file')
}

/**
 * The bytes of a file, piece by piece.
 * @param told how many were read so far
 * @throws CasectlError `unreadable-root`
 */
export async function* chunksOf(full: string, told?: (bytes: number) => void): AsyncIterable<Uint8Array> {
  let read = 0
  try {
    for await (const chunk of createReadStream(full, { highWaterMark: PIECE })) {
      const bytes = chunk as Uint8Array
      read += bytes.length
      told?.(read)
      yield bytes
    }
  } catch (error) {
    throw readFailed(full, error)
  }
}

/** Size of a file and the SHA-256 of its bytes, hexadecimal; each piece is shown to `look` as well. */
export async function surveyFile(
  full: string,
  look: (bytes: Uint8Array) => void = () => undefined,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunksOf(full)) {
    hash.update(chunk)
    size += chunk.length
    look(chunk)
  }
  return { size, sha256: hash.digest('hex') }
}

/**
 * The whole of a file.
 * @param most bytes that it may have
 * @throws CasectlError `unreadable-root` for one that is larger, or cannot be read
 */
export function wholeFile(full: string, most: number): Uint8Array {
  try {
    const stat = lstatSync(full)
    if (!stat.isFile()) throw unreadableRoot(full, 'not a regular file')
    if (stat.size > most) throw unreadableRoot(full, `> ${most} bytes`)
    return readFileSync(full)
  } catch (error) {
    throw readFailed(full, error)
  }
}

function readFailed(full: string, error: unknown): unknown {
  const code = systemCode(error)
  if (error instanceof CasectlError || code === undefined || !/^E[A-Z]+$/.test(code)) return error
  return unreadableRoot(full, code)
}

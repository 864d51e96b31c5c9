import type { Problem } from '../model/case.js'
import { LineIndex, type Range } from '../model/range.js'
import { problem } from './problem.js'

/** Largest case file, in bytes. Above it parsers of YAML and Markdown can be made slow on purpose. */
export const MAX_FILE_BYTES: number = 256 * 1024

/** A file's text, or why its bytes are none. The byte order mark is kept: it is part of the file. */
export type Decoded =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: Problem }

// Making one takes as long as decoding a case.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes a case file: size cap, byte order marks, fatal UTF-8, no NUL. Never throws. */
export function decodeCase(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_FILE_BYTES) {
    return { problem: problem('tooLarge', { size: bytes.length, limit: MAX_FILE_BYTES }) }
  }
  const utf16 = utf16Name(bytes)
  if (utf16 !== undefined) return { problem: problem('utf16', { encoding: utf16 }) }
  const nul = bytes.indexOf(0)
  if (nul !== -1) return { problem: problem('binary', { offset: nul }, lineStart(lineOf(bytes, nul))) }
  try {
    return checkCharacters(UTF8.decode(bytes))
  } catch {
    const offset = firstInvalid(bytes)
    const line = lineOf(bytes, offset)
    return { problem: problem('notUtf8', { offset, line }, lineStart(line)) }
  }
}

// Noncharacters are never exchanged between programs; casectl marks its own styles by them, so a
// case that held them could colour what it does not own.
function checkCharacters(text: string): Decoded {
  const index = text.search(/[\uFDD0-\uFDEF]/)
  if (index === -1) return { text }
  const name = `U+${text.charCodeAt(index).toString(16).toUpperCase()}`
  return { problem: problem('nonCharacter', { name }, new LineIndex(text).range(index, index + 1)) }
}

// Bytes that are no text have lines but no offsets in text.
function lineStart(line: number): Range {
  return { start: 0, end: 0, line, column: 1 }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line++
  return line
}

function utf16Name(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  // Without a mark: ASCII dashes of `---` with a zero beside each.
  if (bytes[0] === 0x2d && bytes[1] === 0 && bytes[2] === 0x2d) return 'UTF-16LE'
  if (bytes[0] === 0 && bytes[1] === 0x2d && bytes[2] === 0) return 'UTF-16BE'
  return undefined
}

/** The first byte that cannot continue the text, found by halving: each prefix is decoded as a stream. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

function decodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true })
    return true
  } catch {
    return false
  }
}

import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import { readTexts, writeTexts } from './front-coding.js'

/** Words, ascending, and by position how many documents have each. */
export interface WordCounts {
  readonly words: readonly string[]
  readonly counts: readonly number[]
}

export function writeWordCounts(out: ByteWriter, { words, counts }: WordCounts): void {
  writeTexts(out, words)
  for (const count of counts) out.varint(count)
}

export function readWordCounts(reader: ByteReader): WordCounts {
  const words = readTexts(reader)
  return { words, counts: words.map(() => reader.varint()) }
}

export function encodeWords(words: WordCounts): Uint8Array {
  const out = new ByteWriter(64 * 1024)
  writeWordCounts(out, words)
  return out.view()
}

export function readWords(reader: ByteReader): WordCounts {
  const words = readWordCounts(reader)
  reader.end()
  return words
}

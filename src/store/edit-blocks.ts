import { readAscending, writeAscending } from './ascending.js'
import type { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import { readTexts, writeTexts } from './front-coding.js'
import { readWordCounts, type WordCounts, writeWordCounts } from './word-block.js'

/** Documents of a segment that were removed since it was written. */
export interface Dead {
  /** Ascending. */
  readonly numbers: Uint32Array
  /** The rank by id of each. */
  readonly ranks: Uint32Array
}

export function encodeDead({ numbers, ranks }: Dead): Uint8Array {
  const out = new ByteWriter()
  writeAscending(out, numbers)
  for (const rank of ranks) out.varint(rank)
  return out.view()
}

export function readDead(reader: ByteReader, size: number): Dead {
  const numbers = readAscending(reader, size)
  const ranks = numbers.map(() => reader.varint())
  reader.end()
  if (ranks.some(rank => rank >= size)) reader.fail('a rank is out of range')
  return { numbers, ranks }
}

/** What the removed documents took with them. */
export interface Gone {
  /** Terms that no living document of the segment has, ascending. */
  readonly terms: readonly string[]
  /** Words, and how many removed documents have each. */
  readonly words: WordCounts
}

export const NOTHING_GONE: Gone = { terms: [], words: { words: [], counts: [] } }

export function encodeGone({ terms, words }: Gone): Uint8Array {
  const out = new ByteWriter(1024)
  writeTexts(out, terms)
  writeWordCounts(out, words)
  return out.view()
}

export function readGone(reader: ByteReader): Gone {
  const terms = readTexts(reader)
  const words = readWordCounts(reader)
  reader.end()
  return { terms, words }
}

/**
 * Where the documents of a later segment stand by id, in the order of their ranks: among those of the
 * first segment, and among those of all later ones.
 */
export interface Order {
  /** Documents of the first segment, removed ones too, with a lower id. */
  readonly base: Uint32Array
  /** Position by id among the documents of all later segments; ascending. */
  readonly later: Uint32Array
}

export function encodeOrder({ base, later }: Order): Uint8Array {
  const out = new ByteWriter()
  let before = 0
  for (const count of base) {
    out.varint(count - before)
    before = count
  }
  writeAscending(out, later)
  return out.view()
}

export function readOrder(reader: ByteReader, count: number): Order {
  let before = 0
  const base = Uint32Array.from({ length: count }, () => {
    before += reader.varint()
    return before
  })
  const later = readAscending(reader, 2 ** 32)
  reader.end()
  return later.length === count ? { base, later } : reader.fail('documents are missing')
}

/**
 * Numbers that sort documents of all segments by id. A document of the first segment has its rank
 * r; one of a later segment, with p documents of the first before it and being the j-th of the M
 * later ones, has p - 1 + (j + 1) / (M + 1): between r = p - 1 and r = p.
 * @returns by rank within the later segment
 */
export function orderKeys({ base, later }: Order, laterCount: number): Float64Array {
  return Float64Array.from(base, (count, rank) => count - 1 + ((later[rank] ?? 0) + 1) / (laterCount + 1))
}

import { ByteWriter } from './byte-writer.js'

/** Strings of so many bytes are counted. */
const STRING = 8
/** Most bytes of a piece. */
const PIECE = 64
/** Strings that a piece has. */
const WINDOW = PIECE - STRING + 1
/** Strings are counted by a hash of so many bits; two of one hash count as one. */
const HASH_BITS = 17
/** What a hundred texts have to offer is found by then. */
const ROUNDS = 8
/** A piece is chosen among as many at least. */
const PART_PIECES = 8
/** Each text of more bytes is known by its beginning. */
const MOST_TEXT = 16 * 1024

interface Piece {
  readonly score: number
  readonly bytes: Uint8Array
}

/**
 * A dictionary for DEFLATE: the pieces of some texts whose strings most of the texts have, after
 * "Effective Construction of Relative Lempel-Ziv Dictionaries" (Liao, Petri, Moffat and Wirth, 2016),
 * which zstd's COVER follows too. The best stand last, where they are referred to with fewest bits.
 * @param bytes the most that it may have; it has fewer when the texts have less in common
 */
export function trainDictionary(texts: readonly Uint8Array[], bytes: number): Uint8Array {
  const training = new Training(texts.map(text => text.subarray(0, MOST_TEXT)))
  const pieces: Piece[] = []
  let left = bytes
  const parts = Math.max(1, Math.ceil(Math.min(bytes, training.bytes / PART_PIECES) / PIECE))
  for (let turn = 0; turn < ROUNDS * parts && left >= STRING; turn++) {
    const piece = training.takeBest(turn % parts, parts, left)
    if (piece === undefined) continue
    pieces.push(piece)
    left -= piece.bytes.length
  }
  const out = new ByteWriter(bytes)
  for (const piece of pieces.sort((a, b) => a.score - b.score)) out.bytes(piece.bytes)
  return out.take()
}

/** Texts one behind the other, and how many of them have each string. */
class Training {
  readonly #text: Uint8Array
  /** By place: the hash of the string that begins there. */
  readonly #hashes: Uint32Array
  /** By hash: texts that have the string; 0 for one that no other text has, or that was taken. */
  readonly #counts = new Uint16Array(1 << HASH_BITS)
  /** By hash: how often the window has it. */
  readonly #inWindow = new Uint8Array(1 << HASH_BITS)

  constructor(texts: readonly Uint8Array[]) {
    const length = texts.reduce((sum, text) => sum + text.length, 0)
    this.#text = new Uint8Array(length)
    this.#hashes = new Uint32Array(length)
    const seen = new Int32Array(1 << HASH_BITS)
    let at = 0
    for (const [i, text] of texts.entries()) {
      this.#text.set(text, at)
      this.#count(text, at, i + 1, seen)
      at += text.length
    }
    const counts = this.#counts
    for (let hash = 0; hash < counts.length; hash++) if (counts[hash] === 1) counts[hash] = 0
  }

  get bytes(): number {
    return this.#text.length
  }

  #count(text: Uint8Array, start: number, number: number, seen: Int32Array): void {
    // The last eight bytes, as two numbers.
    let [high, low] = [0, 0]
    for (let i = 0; i < text.length; i++) {
      high = (high << 8) | (low >>> 24)
      low = (low << 8) | (text[i] as number)
      if (i < STRING - 1) continue
      const hash = hashOf(high, low)
      this.#hashes[start + i - STRING + 1] = hash
      if (seen[hash] === number) continue
      seen[hash] = number
      this.#counts[hash] = (this.#counts[hash] as number) + 1
    }
  }

  /** The best piece of one of as many equal parts of all texts, whose strings count no more then. */
  takeBest(part: number, parts: number, most: number): Piece | undefined {
    const strings = Math.max(0, this.#text.length - STRING + 1)
    const from = Math.floor((part * strings) / parts)
    const { score, last } = this.#best(from, Math.floor(((part + 1) * strings) / parts))
    if (score === 0) return undefined
    let [first, end] = [Math.max(from, last - WINDOW + 1), last]
    while (this.#countAt(first) === 0) first++
    while (this.#countAt(end) === 0) end--
    const bytes = this.#text.subarray(first, Math.min(end + STRING, first + most))
    for (let i = first; i <= end; i++) this.#counts[this.#hashes[i] as number] = 0
    return { score, bytes }
  }

  /** The window with the highest sum of the counts of its strings, each once: its sum and last string. */
  #best(from: number, end: number): { score: number; last: number } {
    const [hashes, counts, inWindow] = [this.#hashes, this.#counts, this.#inWindow]
    let [sum, score, last] = [0, 0, from]
    for (let i = from; i < end; i++) {
      const hash = hashes[i] as number
      const before = inWindow[hash] as number
      inWindow[hash] = before + 1
      if (before === 0) sum += counts[hash] as number
      if (i - from >= WINDOW) {
        const left = hashes[i - WINDOW] as number
        const after = (inWindow[left] as number) - 1
        inWindow[left] = after
        if (after === 0) sum -= counts[left] as number
      }
      if (sum > score) {
        score = sum
        last = i
      }
    }
    for (let i = Math.max(from, end - WINDOW); i < end; i++) inWindow[hashes[i] as number] = 0
    return { score, last }
  }

  #countAt(place: number): number {
    return this.#counts[this.#hashes[place] as number] as number
  }
}

/** Multiplicative hashing (Knuth, TAOCP 3, 6.4), mixed before the highest bits are taken. */
function hashOf(high: number, low: number): number {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> (32 - HASH_BITS)
}

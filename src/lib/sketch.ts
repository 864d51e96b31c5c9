import { mix32 } from './hash32.js'
import { wordSet } from './word-set.js'

/** Bins of a signature; one byte each. */
export const BINS = 384

/**
 * What is kept of a text to find texts like it, the same bytes for the same text everywhere: four for
 * the number of its different words and two for the bins that they fell into, the lowest first, and
 * one for each bin of its signature.
 */
export const SKETCH_BYTES = 6 + BINS

/** Where the bins begin. */
const HEAD = SKETCH_BYTES - BINS

// Fractional part of the golden ratio, 32 bits: makes the second hash of a word independent of the first.
const GOLDEN = 0x9e3779b9

/**
 * By bin the least rank, with its highest bit turned over: signed numbers in the order of the unsigned
 * ranks, which the engine keeps as plain 32-bit integers. The eight lowest bits are the same.
 */
const least = new Int32Array(BINS)
const EMPTY = 0x7fffffff

/** The bins that have no value yet. */
const empty = new Uint16Array(BINS)

/**
 * The sketch of a text. The share of bins in which two agree estimates the Jaccard index of their
 * words. Each word falls into one bin, and each bin keeps the least of its words (one permutation
 * hashing, Li, Owen and Zhang 2012); an empty bin borrows from one that is drawn for it (optimal
 * densification, Shrivastava 2017); eight bits of the least are kept (b-bit minwise hashing, Li and
 * König 2010). Linear in the text's length; repeated words make no difference.
 */
export function sketchOf(text: string): Uint8Array {
  return sketchOfWords(wordSet(text))
}

/** The same of a text's `wordSet`. */
export function sketchOfWords(words: Uint32Array): Uint8Array {
  const sketch = new Uint8Array(SKETCH_BYTES)
  const view = new DataView(sketch.buffer)
  view.setUint32(0, words.length, true)
  const filled = fill(words)
  view.setUint16(4, filled, true)
  if (filled > 0) copyTo(signatureIn(sketch))
  return sketch
}

/** Different words of a text. */
export function wordsIn(sketch: Uint8Array): number {
  return new DataView(sketch.buffer, sketch.byteOffset).getUint32(0, true)
}

/** Bins that a word fell into: how many independent samples a signature holds. */
export function filledBins(sketch: Uint8Array): number {
  return new DataView(sketch.buffer, sketch.byteOffset).getUint16(4, true)
}

/** The signature: a byte for each bin. */
export function signatureIn(sketch: Uint8Array): Uint8Array {
  return sketch.subarray(HEAD, SKETCH_BYTES)
}

/** Puts the least word of each bin into `least` and returns how many bins have one. */
function fill(words: Uint32Array): number {
  least.fill(EMPTY)
  let filled = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0
    // word * 384 / 2³², of which 384 is 3 * 2⁷, without leaving 32 bits.
    const bin = 3 * (word >>> 25) + ((3 * (word & 0x1ffffff)) >>> 25)
    const rank = mix32((word + GOLDEN) | 0) ^ 0x80000000
    const before = least[bin] ?? EMPTY
    // Not the one word in four billion whose rank is that of an empty bin: nothing could borrow from it.
    if (rank >= before) continue
    if (before === EMPTY) filled++
    least[bin] = rank
  }
  return filled
}

/**
 * Copies the lowest bits of every bin; an empty one borrows from the first that is not empty of those
 * drawn for it. Each round goes through all that are still empty, without branches: which those are
 * is as good as random, and a branch would be guessed wrong half of the time.
 */
function copyTo(signature: Uint8Array): void {
  // Names of its own for what lies outside, which the loops would fetch again each time.
  const [bins, open, none] = [least, empty, EMPTY]
  let left = 0
  for (let bin = 0; bin < bins.length; bin++) {
    const own = bins[bin] ?? none
    signature[bin] = own
    open[left] = bin
    const differ = own ^ none
    // One more if they do not differ.
    left = (left + 1 - ((differ | -differ) >>> 31)) | 0
  }
  for (let attempt = 0; left > 0; attempt++) {
    const tried = left
    left = 0
    const row = drawnAt(attempt)
    for (let k = 0; k < tried; k++) {
      const bin = open[k] ?? 0
      const value = bins[row?.[bin] ?? draw(bin, attempt)] ?? none
      signature[bin] = value
      open[left] = bin
      const differ = value ^ none
      left = (left + 1 - ((differ | -differ) >>> 31)) | 0
    }
  }
}

/** The bin from which an empty one borrows, if that is empty at the next attempt. */
function draw(bin: number, attempt: number): number {
  return mix32(Math.imul(bin + 1, GOLDEN) + attempt + 1) % BINS
}

/** Attempts whose bins are kept, the same for every text: 200 kB once short texts have asked for all. */
const DRAWN = 256
const drawn: Uint16Array[] = []

/** The bin that each bin draws at an attempt; undefined for late ones, which few are left to ask for. */
function drawnAt(attempt: number): Uint16Array | undefined {
  if (attempt < DRAWN) drawn[attempt] ??= Uint16Array.from({ length: BINS }, (_, bin) => draw(bin, attempt))
  return drawn[attempt]
}

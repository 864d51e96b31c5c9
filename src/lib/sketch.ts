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
const EMPTY = 0xffffffff

const least = new Uint32Array(BINS)

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
  if (filled === 0) return sketch
  for (let bin = 0; bin < BINS; bin++) {
    const own = least[bin] as number
    sketch[HEAD + bin] = (own === EMPTY ? borrowed(bin) : own) & 0xff
  }
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
    const bin = Math.floor(word * (BINS / 0x1_0000_0000))
    const rank = mix32(word + GOLDEN)
    const before = least[bin] ?? EMPTY
    if (before === EMPTY) filled++
    if (rank < before) least[bin] = rank
  }
  return filled
}

/** The value of an empty bin. */
function borrowed(bin: number): number {
  let value = EMPTY
  for (let attempt = 0; value === EMPTY; attempt++) {
    const other = attempt < DRAWN ? drawn[bin * DRAWN + attempt] : draw(bin, attempt)
    value = least[other ?? 0] ?? EMPTY
  }
  return value
}

/** The bin from which an empty one borrows, if that is empty at the next attempt. */
function draw(bin: number, attempt: number): number {
  return mix32(Math.imul(bin + 1, GOLDEN) + attempt + 1) % BINS
}

/** The first attempts of each bin, which are the same for every text. */
const DRAWN = 16
const drawn = Uint16Array.from({ length: BINS * DRAWN }, (_, i) => draw(Math.floor(i / DRAWN), i % DRAWN))

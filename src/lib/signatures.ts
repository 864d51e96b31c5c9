import { mix32 } from './hash32.js'
import { BINS, filledBins, SKETCH_BYTES, signatureIn, wordsIn } from './sketch.js'

/** Bins that are compared first, and how far their share may fall short: three deviations and more. */
const GLANCE = 64
const GLANCE_SLACK = 0.15

const BY_CHANCE = 1 / 256
const SEVEN_BITS = 0x7f7f7f7f

/** The sketches of many texts side by side, to be compared in pairs. */
export class Signatures {
  readonly #values: Uint8Array
  /** The same bytes, four at a time. */
  readonly #fours: Uint32Array
  readonly #filled: Uint16Array
  readonly #words: Uint32Array

  constructor(count: number) {
    this.#values = new Uint8Array(count * BINS)
    this.#fours = new Uint32Array(this.#values.buffer)
    this.#filled = new Uint16Array(count)
    this.#words = new Uint32Array(count)
  }

  /**
   * Sets the sketch of text `i`.
   * @throws RangeError for bytes that are no sketch
   */
  set(i: number, sketch: Uint8Array): void {
    if (sketch.length !== SKETCH_BYTES) throw new RangeError(`a sketch has ${SKETCH_BYTES} bytes`)
    this.#values.set(signatureIn(sketch), i * BINS)
    this.#filled[i] = filledBins(sketch)
    this.#words[i] = wordsIn(sketch)
  }

  /** Bins of text `i` that a word fell into: how many independent samples its signature holds. */
  filled(i: number): number {
    return this.#filled[i] ?? 0
  }

  /** Different words of text `i`. */
  words(i: number): number {
    return this.#words[i] ?? 0
  }

  /**
   * The estimated Jaccard index of two texts, 0 to 1. For two that look far from `least`, or cannot reach
   * it any more, 0 at once.
   */
  estimate(i: number, j: number, least = 0): number {
    // One byte agrees by chance once in 256 times.
    const needed = BINS * (least * (1 - BY_CHANCE) + BY_CHANCE) - 1e-6
    let agree = 0
    for (let bin = 0; bin < BINS; bin += GLANCE) {
      agree += this.#agreeing(i * BINS + bin, j * BINS + bin)
      if (bin === 0 && agree < GLANCE * (least - GLANCE_SLACK)) return 0
      if (least > 0 && agree + BINS - GLANCE - bin < needed) return 0
    }
    return Math.max(0, (agree / BINS - BY_CHANCE) / (1 - BY_CHANCE))
  }

  /** How many of the `GLANCE` bytes behind two places are the same. */
  #agreeing(a: number, b: number): number {
    const fours = this.#fours
    let agree = 0
    for (let four = 0; four < GLANCE / 4; four++) {
      const differ = (fours[a / 4 + four] ?? 0) ^ (fours[b / 4 + four] ?? 0)
      // The highest bit of each byte that is zero, and how many those are (Warren, Hacker's Delight, 6-1).
      const zeros = ~(((differ & SEVEN_BITS) + SEVEN_BITS) | differ | SEVEN_BITS)
      agree += Math.imul(zeros >>> 7, 0x01010101) >>> 24
    }
    return agree
  }

  /** True when two texts agree in every bin of a band, from `start` up to `end`. */
  agree(i: number, j: number, start: number, end: number): boolean {
    const values = this.#values
    for (let bin = start; bin < end; bin++) {
      if (values[i * BINS + bin] !== values[j * BINS + bin]) return false
    }
    return true
  }

  /** 32 bits of what a text has in a band, the same for all that agree in it. */
  key(i: number, start: number, end: number): number {
    const values = this.#values
    let key = start
    for (let bin = start; bin < end; bin++) key = Math.imul(key, 0x01000193) ^ (values[i * BINS + bin] ?? 0)
    return mix32(key)
  }
}

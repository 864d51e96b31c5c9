import { mix32 } from './hash32.js'

/** Bins of a signature; one byte each. */
export const BINS = 384

/** Bins that are compared first, and how far their share may fall short: three deviations and more. */
const GLANCE = 64
const GLANCE_SLACK = 0.15

// Fractional part of the golden ratio, 32 bits: makes the second hash of a word independent of the first.
const GOLDEN = 0x9e3779b9
const EMPTY = 0xffffffff

/**
 * Signatures of texts: the share of bins in which two agree estimates the Jaccard index of their
 * words. Each word falls into one bin, and each bin keeps the least of its words (one permutation
 * hashing, Li, Owen and Zhang 2012); an empty bin borrows from one that is drawn for it (optimal
 * densification, Shrivastava 2017); eight bits of the least are kept (b-bit minwise hashing, Li and
 * König 2010). Nothing is random: the same text has the same signature everywhere.
 */
export class Signatures {
  readonly #values: Uint8Array
  /** By text: bins that a word of its own fell into. */
  readonly #filled: Uint16Array
  readonly #least: Uint32Array = new Uint32Array(BINS)

  constructor(count: number) {
    this.#values = new Uint8Array(count * BINS)
    this.#filled = new Uint16Array(count)
  }

  /** Sets the signature of text `i` to that of its words; repeated ones make no difference. */
  set(i: number, words: Uint32Array): void {
    const least = this.#least.fill(EMPTY)
    let filled = 0
    for (const word of words) {
      const bin = Math.floor(word * (BINS / 0x1_0000_0000))
      const rank = mix32(word + GOLDEN)
      const before = least[bin] ?? EMPTY
      if (before === EMPTY) filled++
      if (rank < before) least[bin] = rank
    }
    this.#filled[i] = filled
    if (filled === 0) return
    const values = this.#values
    for (let bin = 0; bin < BINS; bin++) values[i * BINS + bin] = this.#valueOf(bin) & 0xff
  }

  #valueOf(bin: number): number {
    const least = this.#least
    let value = least[bin] ?? EMPTY
    for (let attempt = 1; value === EMPTY; attempt++) {
      value = least[mix32(Math.imul(bin + 1, GOLDEN) + attempt) % BINS] ?? EMPTY
    }
    return value
  }

  /** Bins of text `i` that a word fell into: how many independent samples its signature holds. */
  filled(i: number): number {
    return this.#filled[i] ?? 0
  }

  /** The estimated Jaccard index of two texts, 0 to 1; 0 at once for two that look far from `least`. */
  estimate(i: number, j: number, least = 0): number {
    const values = this.#values
    const [a, b] = [i * BINS, j * BINS]
    let agree = 0
    for (let bin = 0; bin < GLANCE; bin++) if (values[a + bin] === values[b + bin]) agree++
    if (agree < GLANCE * (least - GLANCE_SLACK)) return 0
    for (let bin = GLANCE; bin < BINS; bin++) if (values[a + bin] === values[b + bin]) agree++
    // One byte agrees by chance once in 256 times.
    return Math.max(0, (agree / BINS - 1 / 256) / (1 - 1 / 256))
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

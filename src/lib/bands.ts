import { Signatures } from './signatures.js'
import { BINS } from './sketch.js'

/** Share of the pairs at the threshold that the bands are to find. */
const RECALL = 0.99

/**
 * A text is compared with the last 16 new ones of its size that share a band with it, of at most 64 in
 * the same slot of the table, and exactly with the 12 that look most alike: with 54 bands at most 864
 * estimates a text, however many are copies of each other. Every copy still meets one.
 */
const MOST_MET = 16
const MOST_STEPS = 64
const MOST_EXACT = 12

/** Standard deviations that an estimate may fall short of the threshold: 1 in 30,000 falls further. */
const DEVIATIONS = 4

/**
 * How a signature is cut into bands for a threshold: as many rows a band as still find 99 % of the
 * pairs there. Two texts of likeness s share a band with probability 1 − (1 − sʳ)ᵇ:
 *
 *     s            0.2     0.3    0.4    0.5    0.6    0.7    0.8       threshold 0.7: r = 7, b = 54
 *     found        0.0007  0.01   0.08   0.35   0.78   0.990  0.999997
 */
export function bandsFor(threshold: number): { readonly rows: number; readonly bands: number } {
  let rows = 1
  while (rows < 32 && found(threshold, rows + 1) >= RECALL) rows++
  return { rows, bands: Math.floor(BINS / rows) }
}

function found(likeness: number, rows: number): number {
  return 1 - (1 - likeness ** rows) ** Math.floor(BINS / rows)
}

const NONE: readonly number[] = []

/** The texts met so far, by what they have in each band. */
export class Bands {
  readonly #signatures: Signatures
  readonly #threshold: number
  readonly #rows: number
  readonly #bands: number
  readonly #slots: number
  /** By band and slot: one more than the last text there; 0 for none. */
  readonly #heads: Uint32Array
  /**
   * By text and band two numbers, side by side since they are asked for together: one more than the text
   * before it in the same slot, and the key that put it there. Of the many others in a slot nothing else
   * has to be fetched from memory.
   */
  readonly #nodes: Uint32Array
  /** By text: one more than the last text that met it. */
  readonly #metBy: Uint32Array

  constructor(count: number, threshold: number) {
    const { rows, bands } = bandsFor(threshold)
    this.#signatures = new Signatures(count)
    this.#threshold = threshold
    this.#rows = rows
    this.#bands = bands
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(2, count)))
    this.#heads = new Uint32Array(bands * this.#slots)
    this.#nodes = new Uint32Array(2 * bands * count)
    this.#metBy = new Uint32Array(count)
  }

  /** Adds a text and returns the earlier ones that may be near it, the likeliest first. */
  meet(i: number, sketch: Uint8Array): readonly number[] {
    this.#signatures.set(i, sketch)
    const near: Likely[] = []
    for (let band = 0; band < this.#bands; band++) this.#meetIn(band, i, near)
    if (near.length === 0) return NONE
    near.sort((x, y) => y.estimate - x.estimate || x.j - y.j)
    return near.slice(0, MOST_EXACT).map(({ j }) => j)
  }

  #meetIn(band: number, i: number, near: Likely[]): void {
    const start = band * this.#rows
    const end = start + this.#rows
    const key = this.#signatures.key(i, start, end)
    const head = band * this.#slots + (key & (this.#slots - 1))
    const nodes = this.#nodes
    let next = this.#heads[head] ?? 0
    const own = 2 * (i * this.#bands + band)
    nodes[own] = next
    nodes[own + 1] = key
    this.#heads[head] = i + 1
    for (let step = 0, met = 0; next !== 0 && step < MOST_STEPS && met < MOST_MET; step++) {
      const j = next - 1
      const node = 2 * (j * this.#bands + band)
      next = nodes[node] ?? 0
      if (nodes[node + 1] !== key || this.#metBy[j] === i + 1 || !this.#isOfSize(i, j)) continue
      if (!this.#signatures.agree(i, j, start, end)) continue
      met++
      this.#metBy[j] = i + 1
      const least = this.#least(i, j)
      const estimate = this.#signatures.estimate(i, j, least)
      if (estimate >= least) near.push({ j, estimate })
    }
  }

  /** Two sets cannot be more alike than the smaller is large beside the other. */
  #isOfSize(i: number, j: number): boolean {
    const [a, b] = [this.#signatures.words(i), this.#signatures.words(j)]
    return a >= this.#threshold * b && b >= this.#threshold * a
  }

  /** The least estimate that a pair at the threshold may have: a short text has few samples. */
  #least(i: number, j: number): number {
    const samples = Math.min(this.#signatures.filled(i), this.#signatures.filled(j))
    const deviation = Math.sqrt((this.#threshold * (1 - this.#threshold)) / Math.max(1, samples))
    return this.#threshold - DEVIATIONS * deviation
  }
}

interface Likely {
  readonly j: number
  readonly estimate: number
}

import { Likeliest } from './likeliest.js'
import type { Signatures } from './signatures.js'
import { BINS } from './sketch.js'

/** Share of the pairs at the threshold that the bands are to find. */
const RECALL = 0.99

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

/**
 * In each band a text is compared with the last 16 of its size that agree with it there, of at most 64 in
 * the same slot; with the last 4 once 12 are known that it may be near. With 54 bands at most 864 estimates
 * a text; of copies, of which each band has the same last ones, about 70.
 */
const MOST_MET = 16
const MOST_STEPS = 64
const ENOUGH = 12
const MOST_MORE = 4

/**
 * By text, the earlier ones that may be near it: of thousands of copies some of the last before it, and
 * what agrees with it where the others do not.
 * @param minWords texts of fewer different words meet none
 */
export function likeliestOf(
  signatures: Signatures,
  threshold: number,
  minWords: number,
): ReadonlyMap<number, Likeliest> {
  const { rows, bands } = bandsFor(threshold)
  const tables = new Tables(signatures, threshold, minWords)
  for (let band = 0; band < bands; band++) tables.meet(band * rows, (band + 1) * rows)
  return tables.near
}

/** The tables of one band, used for each in turn: 16 to 20 bytes a text, which stay in the processor's cache. */
class Tables {
  readonly near = new Map<number, Likeliest>()
  readonly #signatures: Signatures
  readonly #threshold: number
  /** The texts that are compared. */
  readonly #texts: Uint32Array
  readonly #keys: Uint32Array
  /** By slot, that is by the low bits of a key: where its texts end in `#order`. */
  readonly #ends: Uint32Array
  /** The texts by slot, and in a slot by number, so that those that are compared lie side by side. */
  readonly #order: Uint32Array

  constructor(signatures: Signatures, threshold: number, minWords: number) {
    const count = signatures.length
    this.#signatures = signatures
    this.#threshold = threshold
    this.#texts = new Uint32Array(count).map((_, i) => i).filter(i => signatures.words(i) >= minWords)
    this.#keys = new Uint32Array(count)
    this.#ends = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, count))))
    this.#order = new Uint32Array(this.#texts.length)
  }

  /** Every text meets the earlier ones that agree with it from bin `start` up to `end`. */
  meet(start: number, end: number): void {
    this.#signatures.keys(start, end, this.#keys)
    this.#sort()
    for (let at = 1; at < this.#order.length; at++) this.#meetAt(at)
  }

  #sort(): void {
    const ends = this.#ends
    ends.fill(0)
    for (const i of this.#texts) {
      const slot = this.#slot(i)
      ends[slot] = (ends[slot] ?? 0) + 1
    }
    // First where the texts of a slot begin; each text that is put there moves it on.
    for (let slot = 0, before = 0; slot < ends.length; slot++) {
      const count = ends[slot] ?? 0
      ends[slot] = before
      before += count
    }
    for (const i of this.#texts) {
      const slot = this.#slot(i)
      const place = ends[slot] ?? 0
      this.#order[place] = i
      ends[slot] = place + 1
    }
  }

  #slot(i: number): number {
    return (this.#keys[i] ?? 0) & (this.#ends.length - 1)
  }

  #meetAt(at: number): void {
    const [keys, order] = [this.#keys, this.#order]
    const i = order[at] ?? 0
    const key = keys[i]
    const slot = this.#slot(i)
    const stop = Math.max(0, at - MOST_STEPS)
    const most = (this.near.get(i)?.others.length ?? 0) < ENOUGH ? MOST_MET : MOST_MORE
    for (let place = at - 1, met = 0; place >= stop && met < most; place--) {
      const j = order[place] ?? 0
      if (this.#slot(j) !== slot) return
      if (keys[j] !== key || !this.#isOfSize(i, j)) continue
      met++
      this.#compare(i, j)
    }
  }

  #compare(i: number, j: number): void {
    const known = this.near.get(i)
    if (known?.has(j) === true) return
    const estimate = this.#signatures.estimate(i, j)
    if (estimate === 0) return
    const near = known ?? new Likeliest()
    if (known === undefined) this.near.set(i, near)
    near.add(j, estimate)
  }

  /** Two sets cannot be more alike than the smaller is large beside the other. */
  #isOfSize(i: number, j: number): boolean {
    const [a, b] = [this.#signatures.words(i), this.#signatures.words(j)]
    return a >= this.#threshold * b && b >= this.#threshold * a
  }
}

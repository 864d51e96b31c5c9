import { BINS, Signatures } from './signatures.js'
import { jaccard, wordSet } from './word-set.js'

/** Two texts, by their numbers, the lower first, and the exact Jaccard index of their words. */
export interface NearPair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

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

/** Word sets kept for texts that are met again. */
const MOST_SETS = 1024

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
 * The pairs of texts whose words are alike by at least `threshold`, in the order of their numbers.
 * Of many copies of one text not every pair is among them, but every copy is. Takes less than a
 * kilobyte a text (signature and bands) and reads each text once, those that look alike once more.
 * @param textOf the text of a number below `count`
 * @param minWords texts of fewer different words are left out: what is short is alike by chance
 */
export function nearPairs(
  count: number,
  textOf: (i: number) => string,
  threshold: number,
  minWords = 1,
): NearPair[] {
  const table = new Bands(count, threshold)
  const sets = new WordSets(textOf)
  const pairs: NearPair[] = []
  for (let i = 0; i < count; i++) {
    const words = sets.of(i)
    if (words.length < Math.max(1, minWords)) continue
    for (const j of table.meet(i, words)) {
      const likeness = jaccard(words, sets.of(j))
      if (likeness >= threshold) pairs.push({ a: j, b: i, likeness })
    }
  }
  return pairs
}

/** The texts met so far, by what they have in each band. */
class Bands {
  readonly #signatures: Signatures
  readonly #count: number
  readonly #threshold: number
  readonly #rows: number
  readonly #bands: number
  readonly #slots: number
  /** By band and slot: one more than the last text there; 0 for none. */
  readonly #heads: Uint32Array
  /** By band and text: one more than the text before it in the same slot. */
  readonly #before: Uint32Array
  /** By text: one more than the last text that met it. */
  readonly #metBy: Uint32Array
  /** By text: its different words. */
  readonly #sizes: Uint32Array

  constructor(count: number, threshold: number) {
    const { rows, bands } = bandsFor(threshold)
    this.#signatures = new Signatures(count)
    this.#count = count
    this.#threshold = threshold
    this.#rows = rows
    this.#bands = bands
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(2, count)))
    this.#heads = new Uint32Array(bands * this.#slots)
    this.#before = new Uint32Array(bands * count)
    this.#metBy = new Uint32Array(count)
    this.#sizes = new Uint32Array(count)
  }

  /** Adds a text and returns the earlier ones that may be near it, the likeliest first. */
  meet(i: number, words: Uint32Array): number[] {
    this.#signatures.set(i, words)
    this.#sizes[i] = words.length
    const near: Likely[] = []
    for (let band = 0; band < this.#bands; band++) this.#meetIn(band, i, near)
    near.sort((x, y) => y.estimate - x.estimate || x.j - y.j)
    return near.slice(0, MOST_EXACT).map(({ j }) => j)
  }

  #meetIn(band: number, i: number, near: Likely[]): void {
    const start = band * this.#rows
    const end = start + this.#rows
    const head = band * this.#slots + (this.#signatures.key(i, start, end) & (this.#slots - 1))
    const offset = band * this.#count
    let next = this.#heads[head] ?? 0
    this.#before[offset + i] = next
    this.#heads[head] = i + 1
    for (let step = 0, met = 0; next !== 0 && step < MOST_STEPS && met < MOST_MET; step++) {
      const j = next - 1
      next = this.#before[offset + j] ?? 0
      if (this.#metBy[j] === i + 1 || !this.#isOfSize(i, j)) continue
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
    const [a, b] = [this.#sizes[i] ?? 0, this.#sizes[j] ?? 0]
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

class WordSets {
  readonly #textOf: (i: number) => string
  readonly #known = new Map<number, Uint32Array>()

  constructor(textOf: (i: number) => string) {
    this.#textOf = textOf
  }

  of(i: number): Uint32Array {
    const known = this.#known.get(i)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_SETS) this.#known.clear()
    const set = wordSet(this.#textOf(i))
    this.#known.set(i, set)
    return set
  }
}

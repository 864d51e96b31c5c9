import { Bands } from './bands.js'
import { wordsIn } from './sketch.js'
import { jaccard, wordSet } from './word-set.js'

/** Two texts, by their numbers, the lower first, and the exact Jaccard index of their words. */
export interface NearPair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** Word sets kept for texts that are met again: about a kilobyte each. */
const MOST_SETS = 16_384

/**
 * The pairs of texts whose words are alike by at least `threshold`, in the order of their numbers.
 * Of many copies of one text not every pair is among them, but every copy is. Takes a kilobyte a text
 * and reads those texts only that look alike by their sketches.
 * @param sketches of the texts, made by `sketchOf`
 * @param textOf the text of a number below that of the sketches
 * @param minWords texts of fewer different words are left out: what is short is alike by chance
 */
export function nearPairs(
  sketches: readonly Uint8Array[],
  textOf: (i: number) => string,
  threshold: number,
  minWords = 1,
): NearPair[] {
  const table = new Bands(sketches.length, threshold)
  const sets = new WordSets(textOf)
  const pairs: NearPair[] = []
  for (const [i, sketch] of sketches.entries()) {
    if (wordsIn(sketch) < Math.max(1, minWords)) continue
    for (const j of table.meet(i, sketch)) {
      const likeness = jaccard(sets.of(i), sets.of(j))
      if (likeness >= threshold) pairs.push({ a: j, b: i, likeness })
    }
  }
  return pairs
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

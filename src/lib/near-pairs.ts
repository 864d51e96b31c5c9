import { Bands } from './bands.js'
import { wordsIn } from './sketch.js'
import { jaccard } from './word-set.js'

/** Two texts, by their numbers, the lower first, and the exact Jaccard index of their words. */
export interface NearPair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/**
 * The pairs of texts whose words are alike by at least `threshold`, in the order of their numbers.
 * Of many copies of one text not every pair is among them, but every copy is. Takes a kilobyte a text
 * and asks for the words of those only that look alike by their sketches.
 * @param sketches of the texts, made by `sketchOf`; asked for one by one, once
 * @param wordsOf the `wordSet` of a number below that of the sketches
 * @param minWords texts of fewer different words are left out: what is short is alike by chance
 */
export function nearPairs(
  sketches: Iterable<Uint8Array> & { readonly length: number },
  wordsOf: (i: number) => Uint32Array,
  threshold: number,
  minWords = 1,
): NearPair[] {
  const table = new Bands(sketches.length, threshold)
  const pairs: NearPair[] = []
  let next = 0
  for (const sketch of sketches) {
    const i = next++
    if (wordsIn(sketch) < Math.max(1, minWords)) continue
    const near = table.meet(i, sketch)
    const words = near.length === 0 ? undefined : wordsOf(i)
    for (const j of near) {
      const likeness = words === undefined ? 0 : jaccard(words, wordsOf(j))
      if (likeness >= threshold) pairs.push({ a: j, b: i, likeness })
    }
  }
  return pairs
}

import { likeliestOf } from './bands.js'
import { Signatures } from './signatures.js'
import { jaccard } from './word-set.js'

/** Others that a text is compared with exactly: those that look most alike. */
const MOST_EXACT = 12

/** Two texts, by their numbers, the lower first, and the exact Jaccard index of their words. */
export interface NearPair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/**
 * The pairs of texts whose words are alike by at least `threshold`, in the order of their numbers.
 * Of many copies of one text not every pair is among them, but every copy is. Takes 0.4 kB a text, for
 * copies up to a kilobyte more, and asks for the words of those only that look alike by their sketches.
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
  const signatures = new Signatures(sketches.length, threshold)
  let count = 0
  for (const sketch of sketches) signatures.set(count++, sketch)
  const near = likeliestOf(signatures, threshold, Math.max(1, minWords))
  const pairs: NearPair[] = []
  for (let i = 0; i < count; i++) {
    const others = near.get(i)?.others.slice(0, MOST_EXACT)
    if (others === undefined) continue
    const words = wordsOf(i)
    for (const j of others) {
      const likeness = jaccard(words, wordsOf(j))
      if (likeness >= threshold) pairs.push({ a: j, b: i, likeness })
    }
  }
  return pairs
}

import { nearPairs } from '../lib/near-pairs.js'

/** A text that is compared: a case that is there, or a draft of the import, in this order. */
export interface Comparable {
  /** Its draft; undefined for a case that is there. */
  readonly draft: number | undefined
}

/** How alike two texts must be, and how many different words they need: as the rule `near-duplicate` has it. */
export interface Likeness {
  readonly threshold: number
  readonly minWords: number
}

/** A draft that says nearly what another text says. */
export interface NearRow {
  readonly draft: number
  /** Number of the other in the list. */
  readonly other: number
  readonly likeness: number
}

/**
 * The drafts that say nearly the same as a case, or as a draft before them that is kept. Of many copies
 * the first stays.
 * @param texts of one language
 * @param sketches of them, asked for one by one, once
 * @param wordsOf the `wordSet` of one of them, by its number
 */
export function nearRows(
  texts: readonly Comparable[],
  sketches: Iterable<Uint8Array> & { readonly length: number },
  wordsOf: (i: number) => Uint32Array,
  { threshold, minWords }: Likeness,
): NearRow[] {
  const near = new Map<number, NearRow>()
  for (const { a, b, likeness } of nearPairs(sketches, wordsOf, threshold, minWords)) {
    const draft = texts[b]?.draft
    if (draft === undefined || near.has(b) || near.has(a)) continue
    near.set(b, { draft, other: a, likeness })
  }
  return [...near.values()]
}

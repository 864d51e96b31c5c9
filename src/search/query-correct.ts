import type { Correction } from './lowered.js'
import { stem } from './stem.js'
import type { Unit } from './tokens.js'
import type { Vocabulary } from './vocabulary.js'
import { MAX_TERM } from './word.js'

/** Shortest words, in characters, that are corrected at distance 1 and at distance 2. */
const CORRECTED_FROM = 4
const CORRECTED_TWICE_FROM = 8

/** What an unknown word may have meant. */
export interface Reading {
  readonly distance: Correction['distance']
  /** Terms that near the word's own term: a fuzzy clause finds them. */
  readonly near: readonly string[]
  /** Terms of words that near the word as it is spelled; none of `near`. */
  readonly others: readonly string[]
}

/** False for what is too short or too particular to be a misspelling: 95, 1.2.4. */
export function isCorrectable({ kind, text, exact }: Unit): boolean {
  const version = kind === 'number' && (exact.at(-1)?.term.includes('.') ?? false)
  return kind !== 'run' && !version && text.length >= CORRECTED_FROM && text.length <= MAX_TERM
}

/** The words of the library within one edit, else within two; undefined where there are none. */
export async function readingOf(unit: Unit, vocabulary: Vocabulary): Promise<Reading | undefined> {
  const term = unit.exact.at(-1)?.term ?? unit.text
  for (const distance of [1, 2] as const) {
    if (distance === 2 && unit.text.length < CORRECTED_TWICE_FROM) return undefined
    // settlemnt is one edit from settlement, and four from its stem.
    const [near, words] = await Promise.all([
      vocabulary.near(term, distance),
      unit.kind === 'word' ? vocabulary.wordsNear(unit.text, distance) : [],
    ])
    const others = [...new Set(words.map(stem))].filter(found => !near.includes(found)).sort()
    if (near.length + others.length > 0) return { distance, near, others }
  }
  return undefined
}

import type { ScoredTerm } from './evaluation.js'
import type { ClauseOrigin } from './lowered.js'
import type { Weights } from './snippet.js'

/**
 * How much the terms of a hit count when its words are marked and its snippet is chosen:
 * `ln(1 + N/n)` of the cases that have it, so that a word of every other case counts a little and a
 * code a lot. What was typed goes before its other names; what it is only associated with is marked
 * where nothing else was found.
 * @param found the terms that the case has
 * @param count N, the documents of the partition
 */
export function markWeights(found: readonly ScoredTerm[], count: number): Weights {
  const weigh = (terms: readonly ScoredTerm[]): Weights =>
    new Map(terms.map(scored => [scored.term, share(scored) * Math.log(1 + count / scored.postings.count)]))
  const told = found.filter(({ clauses }) => clauses.some(({ origin }) => origin !== 'association'))
  return weigh(told.length > 0 ? told : found)
}

/** Of another name, half. */
function share({ clauses }: ScoredTerm): number {
  return clauses.some(({ origin }) => TYPED.includes(origin)) ? 1 : 0.5
}

const TYPED: readonly ClauseOrigin[] = ['typed', 'part', 'correction']

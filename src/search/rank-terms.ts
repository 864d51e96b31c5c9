import { SEARCH_FIELDS } from '../model/config.js'
import type { Evaluation, Evidence, ScoredTerm } from './evaluation.js'
import { foldText } from './fold.js'
import { tellingShare } from './function-words.js'
import type { ClauseOrigin, LoweredQuery } from './lowered.js'
import type { RankInput } from './ranking.js'
import { isRun } from './tokens.js'
import { B, fieldBoosts } from './weights.js'

/**
 * How fast repetition stops to count: slower than in Lunr, whose 1.2 has to keep one word said often
 * from standing for the others. Coverage does that here. The middle of the usual range of 1.2 to 2
 * (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).
 */
const K1 = 1.6

/** What a term of the query counts when cases are compared. */
export interface RankTerm {
  /** What it tells: the idf over cases × `tellingShare`. */
  readonly weight: number
  /** By position in SEARCH_FIELDS: how strongly it is asked for there; 0 where it is not. */
  readonly asked: readonly number[]
  /** The query has it in so many words; it is no synonym and no correction. */
  readonly literal: boolean
}

const LITERAL: readonly ClauseOrigin[] = ['typed', 'part']

export function isLiteral(origin: ClauseOrigin): boolean {
  return LITERAL.includes(origin)
}

/** The terms of an evaluation, in its order. */
export function rankTerms(evaluation: Evaluation, query: LoweredQuery, count: number): RankTerm[] {
  const weights = evaluation.terms.map(scored => rarity(scored, count) * tellingShare(scored.term))
  const shares = unitShares(evaluation, query, weights)
  return evaluation.terms.map(({ clauses }, i) => ({
    weight: weights[i] ?? 0,
    asked: SEARCH_FIELDS.map(field => {
      const asking = clauses.filter(
        ({ presence, fields }) => presence !== 'prohibited' && fields.includes(field),
      )
      // A word said four times counts twice: √(1 + 1 + 1 + 1); one with ^4 counts four times.
      return Math.hypot(...asking.map(({ boost, unit }) => boost * (shares.get(unit) ?? 1)))
    }),
    literal: clauses.some(({ origin }) => isLiteral(origin)),
  }))
}

/**
 * How much each term of a unit counts, as the terms of one unit say one thing. The spellings and
 * parts of a code, e-1203, e1203 and 1203, are together as long as the longest of them, seen as a
 * part of the query's vector. In a run neighbours share a character: every two of its bigrams are as
 * long as one.
 */
function unitShares(
  { terms }: Evaluation,
  { units }: LoweredQuery,
  weights: readonly number[],
): Map<number, number> {
  const byUnit = new Map<number, number[]>()
  for (const [i, { clauses, term }] of terms.entries()) {
    for (const clause of clauses) {
      if (!isLiteral(clause.origin) || clause.term !== term) continue
      byUnit.set(clause.unit, [...(byUnit.get(clause.unit) ?? []), weights[i] ?? 0])
    }
  }
  const shares = new Map<number, number>()
  for (const [unit, own] of byUnit) {
    if (own.length < 2 || unit < 0) continue
    const share = isRun(foldText(units[unit] ?? '')) ? Math.SQRT1_2 : Math.max(...own) / Math.hypot(...own)
    shares.set(unit, share)
  }
  return shares
}

/**
 * `ln(1 + (N - n + ½) / (n + ½))` of n cases of N that have the term in any field, where Lunr's adds
 * n up over the fields: a word of most titles and most bodies would be as rare as one of no case.
 */
function rarity({ postings }: ScoredTerm, count: number): number {
  return Math.log(1 + Math.max(0, count - postings.count + 0.5) / (postings.count + 0.5))
}

/** By position in SEARCH_FIELDS: the root of the field's boost. */
export function boostRoots(boosts: RankInput['boosts']): number[] {
  return fieldBoosts(boosts).map(Math.sqrt)
}

/**
 * BM25 over the fields, each by the *square root* of its boost:
 *
 *     Σ terms weight · Σ fields asked · √boost · (k1 + 1) tf / (k1 (1 - b + b · length / average) + tf)
 *
 * Boosts as high as 6 for the title are right where two words must find the one case that is named
 * by them, and wrong where a message of a hundred words meets one of them in a title. With roots
 * (title 2.4 : body 1) both come out well.
 * @param roots of the boosts, by position in SEARCH_FIELDS: `boostRoots`
 */
export function balancedScore(
  terms: readonly RankTerm[],
  evidence: readonly Evidence[],
  { averageLengths }: Pick<RankInput['statistics'], 'averageLengths'>,
  roots: readonly number[],
): number {
  let score = 0
  for (const { term, frequencies, lengths } of evidence) {
    const { weight = 0, asked = [] } = terms[term] ?? {}
    let found = 0
    for (let field = 0; field < frequencies.length; field++) {
      const frequency = frequencies[field] ?? 0
      if (frequency === 0) continue
      const length = (lengths[field] ?? 0) / (averageLengths[field] ?? 1)
      const saturated = ((K1 + 1) * frequency) / (K1 * (1 - B + B * length) + frequency)
      found += (asked[field] ?? 0) * (roots[field] ?? 0) * saturated
    }
    score += weight * found
  }
  return score
}

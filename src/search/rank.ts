import { SEARCH_FIELDS } from '../model/config.js'
import type { Evidence } from './evaluation.js'
import { balancedScore, boostRoots, type RankTerm, rankTerms } from './rank-terms.js'
import { coverage, coverageBySentence, rankUnits } from './rank-units.js'
import type { Rank } from './ranking.js'

const TITLE = SEARCH_FIELDS.indexOf('title')

/**
 * The default order, from the postings alone, so that a terminal and a browser need no text and come
 * to the same order. Its factors, none of them tuned to a set of queries:
 *
 *     fields    balancedScore ÷ Lunr's score, by a constant near 1 in the mean: the boosts are eased,
 *               repetition is dampened, and courtesy and function words count little
 *     coverage  ½ + the share of the query that the case has: many of its words, each once, say more
 *               than one of them often. The half keeps a word that no case has from deciding
 *     title     1 + ½ · the share of the title that the query says: a case named by the query's words
 *               alone before one that has them among others
 *     sentence  of a text of several sentences: at most 1, which it is where one sentence has all that
 *               the case has of it. What a letter is about it says in a sentence or two; a case
 *               that has a word of each has them by chance
 */
export const rank: Rank = input => {
  const { evaluation, documents, query, statistics } = input
  const terms = rankTerms(evaluation, query, statistics.count)
  const units = rankUnits(evaluation, terms)
  const roots = boostRoots(input.boosts)
  const balanced = documents.map(({ evidence }) => balancedScore(terms, evidence, statistics, roots))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const all = sum(balanced)
  const scale = all === 0 ? 0 : sum(documents.map(({ score }) => score)) / all
  const sentences = new Set(query.sentences).size > 1 ? query.sentences : undefined
  return documents.map(({ score, evidence }, i) => {
    const has = new Set(evidence.map(({ term }) => term))
    const own = (balanced[i] ?? 0) * scale
    const covered = 0.5 + coverage(units, has)
    const parts = [
      { name: 'fields', factor: score === 0 ? 1 : own / score },
      { name: 'coverage', factor: covered },
      { name: 'title', factor: 1 + 0.5 * titleShare(terms, evidence) },
    ]
    if (sentences !== undefined) {
      const factor = (0.5 + coverageBySentence(units, has, sentences)) / covered
      parts.push({ name: 'sentence', factor })
    }
    return { parts }
  })
}

/** Terms of the title that the query says ÷ all terms of the title. */
function titleShare(terms: readonly RankTerm[], evidence: readonly Evidence[]): number {
  let said = 0
  let length = 0
  for (const { term, frequencies, lengths } of evidence) {
    const found = terms[term]
    if (found === undefined || !found.literal || (found.asked[TITLE] ?? 0) === 0) continue
    said += frequencies[TITLE] ?? 0
    length = Math.max(length, lengths[TITLE] ?? 0)
  }
  return length === 0 ? 0 : Math.min(1, said / length)
}

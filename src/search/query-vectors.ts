import { byCodeUnit } from '../lib/text.js'
import { SEARCH_FIELDS } from '../model/config.js'
import type { ScoredTerm } from './evaluation.js'
import type { LoadedClause, LoadedTerm } from './load-clauses.js'
import type { LoweredClause } from './lowered.js'
import { idfOf } from './weights.js'

/** What a query asks of one field. */
export interface QueryVector {
  /** In the order of Lunr's term numbers: the order in which a dot product adds up. */
  readonly entries: readonly { readonly scored: ScoredTerm; readonly boost: number }[]
  readonly magnitude: number
}

/** The clauses that score, term by term. */
export interface QueryTerms {
  /** In the order in which the query asks for them. */
  readonly terms: readonly ScoredTerm[]
  /** By position in SEARCH_FIELDS; terms that the field does not have lengthen its vector too. */
  readonly vectors: readonly QueryVector[]
}

interface AskedTerm extends ScoredTerm {
  readonly clauses: LoweredClause[]
  /** By position of a field: how much it is asked for there. */
  readonly boosts: Map<number, number>
}

/**
 * Joins the clauses that ask for the same term: in each field its boosts add up, in the order of
 * the clauses.
 * @param clauses without the prohibited ones
 * @param count N: all documents
 */
export function queryTerms(clauses: readonly LoadedClause[], count: number): QueryTerms {
  const asked = new Map<string, AskedTerm>()
  for (const { clause, terms } of clauses) {
    const fields = clause.fields.map(field => SEARCH_FIELDS.indexOf(field))
    for (const { term, postings } of terms) {
      const own = asked.get(term) ?? {
        term,
        postings,
        idf: idfOf(postings, count),
        clauses: [],
        boosts: new Map<number, number>(),
      }
      asked.set(term, own)
      own.clauses.push(clause)
      for (const field of fields) {
        const before = own.boosts.get(field)
        own.boosts.set(field, before === undefined ? clause.boost : before + clause.boost)
      }
    }
  }
  const terms = [...asked.values()]
  const numbered = terms.toSorted(byTermNumber)
  return { terms, vectors: SEARCH_FIELDS.map((_, field) => vectorOf(field, numbered)) }
}

/**
 * Lunr numbers terms as it meets them: document after document by id, field after field, and within
 * a field (our terms come sorted) by code unit.
 */
export function byTermNumber(a: LoadedTerm, b: LoadedTerm): number {
  const [one, other] = [a.postings.first, b.postings.first]
  return one.order - other.order || one.field - other.field || byCodeUnit(a.term, b.term)
}

function vectorOf(field: number, terms: readonly AskedTerm[]): QueryVector {
  const entries: { scored: ScoredTerm; boost: number }[] = []
  let squares = 0
  for (const scored of terms) {
    const boost = scored.boosts.get(field)
    if (boost === undefined) continue
    entries.push({ scored, boost })
    squares += boost * boost
  }
  return { entries, magnitude: Math.sqrt(squares) }
}

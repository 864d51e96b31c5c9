import type { IndexReader, Postings } from '../store/reader.js'
import { type ExpandedTerms, expand, isPlain, MAX_EXPANSION } from './expand.js'
import type { LoweredClause } from './lowered.js'

/** A term of the index, and where it stands. */
export interface LoadedTerm {
  readonly term: string
  readonly postings: Postings
}

/** A clause with the terms that it asks for, in Lunr's order; none where the index has none. */
export interface LoadedClause {
  readonly clause: LoweredClause
  readonly terms: readonly LoadedTerm[]
  /** More terms fit than are asked. */
  readonly capped: boolean
}

/**
 * Loads all that evaluating clauses asks of an index: everything at once.
 * @param limit of the terms that the fuzzy words and patterns stand for: each has an equal share
 * @throws DamagedIndex
 */
export function loadClauses(
  reader: IndexReader,
  clauses: readonly LoweredClause[],
  limit: number = MAX_EXPANSION,
): Promise<LoadedClause[]> {
  const wide = new Set(clauses.filter(clause => !isPlain(clause)).map(keyOf))
  const share = Math.ceil(limit / Math.max(1, wide.size))
  const expansions = new Map<string, Promise<ExpandedTerms>>()
  const expandOnce = (clause: LoweredClause): Promise<ExpandedTerms> => {
    const expansion = expansions.get(keyOf(clause)) ?? expand(reader, clause, share)
    expansions.set(keyOf(clause), expansion)
    return expansion
  }
  return Promise.all(
    clauses.map(async clause => {
      const { terms, capped } = isPlain(clause)
        ? { terms: [clause.term], capped: false }
        : await expandOnce(clause)
      const loaded = await Promise.all(terms.map(term => loadTerm(reader, term)))
      return { clause, terms: loaded.flat(), capped }
    }),
  )
}

function keyOf({ term, edits }: LoweredClause): string {
  return `${edits}${term}`
}

/** The term, or nothing where no document has it. */
async function loadTerm(reader: IndexReader, term: string): Promise<LoadedTerm[]> {
  const postings = await reader.postings(term)
  return postings === undefined ? [] : [{ term, postings }]
}

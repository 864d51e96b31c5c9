import type { Postings } from '../store/reader.js'
import type { LoweredClause } from './lowered.js'

/** A term that takes part in scoring. */
export interface ScoredTerm {
  readonly term: string
  readonly postings: Postings
  /** Lunr's: `ln(1 + |(N - n + 0.5) / (n + 0.5)|)`, n summed over the fields. */
  readonly idf: number
  /** The clauses that ask for it, in the query's order. */
  readonly clauses: readonly LoweredClause[]
}

/** What a query finds in one partition. */
export interface Evaluation {
  /** The documents found, in ascending number. */
  readonly found: Uint32Array
  /** By document number: Lunr's own score, to the bit; 0 where the query only excludes. */
  readonly scores: Float64Array
  /**
   * By document number: the position of the first posting list that met it, in Lunr's order of
   * clauses, terms and fields. Equal scores stand in this order, then by id.
   */
  readonly met: Uint32Array
  /** The terms found in the index, in the order in which the query asks for them. */
  readonly terms: readonly ScoredTerm[]
  /**
   * The clauses that stand for more terms than are asked: what is found by them, or hidden, are the
   * cases with the commonest of the terms. Missing for none.
   */
  readonly capped?: readonly LoweredClause[]
}

/** How often a term stands in a document, by field. */
export interface Evidence {
  /** Position in `Evaluation.terms`. */
  readonly term: number
  /** By position in SEARCH_FIELDS; 0 where it does not. */
  readonly frequencies: readonly number[]
  /** By position in SEARCH_FIELDS: terms of that field of the document; 0 where the term is not in it. */
  readonly lengths: readonly number[]
}

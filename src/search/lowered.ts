import type { SearchField } from '../model/config.js'
import type { Note } from './notes.js'

/** Why a clause is asked: typed so, part of a code, a correction, or an expansion of the query. */
export type ClauseOrigin = 'typed' | 'part' | 'correction' | 'synonym' | 'association' | 'taxonomy'

/**
 * What a text that says it otherwise counts, against one that says it in the words of the query:
 * below 1, so that of two texts alike in all else the literal one stands above; the surer the two
 * mean the same, the higher. A word that no case has may be right, and its neighbours other words.
 */
export const ORIGIN_SHARES: Readonly<Record<ClauseOrigin, number>> = {
  typed: 1,
  part: 1,
  correction: 0.5,
  synonym: 0.8,
  association: 0.4,
  taxonomy: 0.7,
}

/** A clause over terms of the index, as Lunr evaluates it. */
export interface LoweredClause {
  /** A term, or a pattern where it has a `*`. */
  readonly term: string
  readonly fields: readonly SearchField[]
  readonly boost: number
  readonly presence: 'optional' | 'required' | 'prohibited'
  readonly edits: 0 | 1 | 2
  readonly origin: ClauseOrigin
  /** The unit of the query that it speaks for, as a position in `LoweredQuery.units`; -1 for none. */
  readonly unit: number
  /** Of an expansion: the name that it asks for, as written. */
  readonly name?: string
}

/** What terms cannot say: whether a text holds a run or phrase as a whole. */
export interface TextCheck {
  /** Folded. */
  readonly needle: string
  readonly fields: readonly SearchField[]
  readonly presence: 'optional' | 'required' | 'excluded'
  /** Of an optional check: the terms that count only where the text holds the needle. */
  readonly terms: readonly string[]
}

/** A word that no case has, and what was searched in its place. */
export interface Correction {
  /** As typed. */
  readonly word: string
  /** Edits between the word and the terms. */
  readonly distance: 1 | 2
  /** Terms of the index: stems and codes. */
  readonly terms: readonly string[]
}

/** A query ready to be evaluated. */
export interface LoweredQuery {
  readonly clauses: readonly LoweredClause[]
  readonly checks: readonly TextCheck[]
  readonly corrections: readonly Correction[]
  readonly notes: readonly Note[]
  /** The words, codes and runs that were asked for (not the excluded ones), as typed. */
  readonly units: readonly string[]
  /** Of a text: the sentence in which each unit stands first. Missing for a query, which is one. */
  readonly sentences?: readonly number[]
}

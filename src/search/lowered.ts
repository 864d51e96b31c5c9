import type { SearchField } from '../model/config.js'
import type { Note } from './notes.js'

/** A clause over terms of the index, as Lunr evaluates it. */
export interface LoweredClause {
  /** A term, or a pattern where it has a `*`. */
  readonly term: string
  readonly fields: readonly SearchField[]
  readonly boost: number
  readonly presence: 'optional' | 'required' | 'prohibited'
  readonly edits: 0 | 1 | 2
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
}

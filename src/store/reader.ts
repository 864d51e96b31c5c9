import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from './document.js'
import type { Successor } from './successor-column.js'

/** The documents that have a term in one field, ascending, with what BM25 asks of each. */
export interface FieldPostings {
  /** Document numbers, ascending. */
  readonly documents: Uint32Array
  /** How often the term stands in that field of the document. */
  readonly frequencies: Uint32Array
  /** Terms in that field of the document. */
  readonly lengths: Uint32Array
}

/** Where a term stands. Removed documents are left out. */
export interface Postings {
  /** By the position of the field in SEARCH_FIELDS; undefined where no document has the term. */
  readonly fields: readonly (FieldPostings | undefined)[]
  /** Documents that have the term in any field. */
  readonly count: number
  /** The first document by id that has the term (its order key), and the first field there. */
  readonly first: { readonly order: number; readonly field: number }
}

/**
 * One partition of an index, its segments seen as one. Documents have numbers from 0 to `size` - 1,
 * which mean nothing outside this reader; those of removed documents appear in no answer.
 * Everything is loaded when it is asked for, and only then, and kept: postings and documents as long
 * as there is room for them.
 * @throws DamagedIndex from every method
 */
export interface IndexReader {
  readonly size: number
  /** Living documents: N of BM25. */
  readonly count: number
  /** By field: terms of all living documents ÷ `count`. */
  readonly averageLengths: readonly number[]
  isLive(document: number): boolean
  postings(term: string): Promise<Postings | undefined>
  /** The terms that begin with a prefix, ascending by code unit; '' for all. */
  terms(prefix: string): Promise<readonly string[]>
  /** Terms, ascending by code unit, that hold all those within `edits` edits of a word: see `mayHoldNear`. */
  termsNear(word: string, edits: number): Promise<readonly string[]>
  /** The English words whose stem is another word, folded, ascending. */
  words(): Promise<readonly string[]>
  /** Keys that sort documents of this partition by id. */
  order(documents: readonly number[] | Uint32Array): Promise<Float64Array>
  documents(documents: readonly number[]): Promise<readonly IndexDocument[]>
  find(id: CaseId): Promise<number | undefined>
  /** By document number: the position of its status in STATUSES. */
  statuses(): Promise<Uint8Array>
  /**
   * What replaces a superseded document: another document, or the id that it names where no document
   * of this partition has it; undefined where it names none.
   */
  successor(document: number): Promise<Successor | undefined>
  /** The values of a dimension (`product`, `tag`, `kind` …) → documents that have it, ascending. */
  facet(dimension: string): Promise<ReadonlyMap<string, Uint32Array>>
  /** By document number: days since 1970-01-01 of the last update, -1 without. */
  updated(): Promise<Int32Array>
  /** By document number: how often it was used. */
  uses(): Promise<Uint32Array>
}

import { SEARCH_FIELDS } from '../model/config.js'
import type { LoadedClause } from './load-clauses.js'

/** Which documents the required and the prohibited clauses let through. */
export interface Condition {
  /** By document number: how many required clauses it meets; `PROHIBITED` where a clause rules it out. */
  readonly passed: Uint16Array
  /** What `passed` is for a document that may be found: all required clauses. */
  readonly needed: number
}

/** More than any number of required clauses: a query has a few dozen. */
const PROHIBITED = 0xffff

/**
 * A required clause is met by any of its terms in any of its fields, a prohibited one likewise. One
 * that is required and that no document has is met by none.
 * @param size documents of the reader, removed ones too
 */
export function conditionOf(size: number, clauses: readonly LoadedClause[]): Condition {
  const passed = new Uint16Array(size)
  let needed = 0
  for (const loaded of clauses) {
    const { presence, fields } = loaded.clause
    // To Lunr, a clause of no field requires nothing.
    if (presence !== 'required' || fields.length === 0) continue
    const before = needed++
    eachDocument(loaded, document => {
      if (passed[document] === before) passed[document] = needed
    })
  }
  for (const loaded of clauses) {
    if (loaded.clause.presence !== 'prohibited') continue
    eachDocument(loaded, document => {
      passed[document] = PROHIBITED
    })
  }
  return { passed, needed }
}

function eachDocument({ clause, terms }: LoadedClause, take: (document: number) => void): void {
  for (const { postings } of terms) {
    for (const field of clause.fields) {
      const documents = postings.fields[SEARCH_FIELDS.indexOf(field)]?.documents ?? NONE
      for (let i = 0; i < documents.length; i++) take(documents[i] ?? 0)
    }
  }
}

const NONE = new Uint32Array(0)

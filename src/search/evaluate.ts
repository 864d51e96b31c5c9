import lunr from 'lunr'
import type { IndexDocument } from './document.js'
import type { LoweredClause, LoweredQuery } from './lowered.js'
import type { OpenedIndex } from './opened.js'
import { passes } from './text-check.js'

/** A case that the query found, before anybody asks whether it is shown. */
export interface Match {
  readonly document: IndexDocument
  /** Lunr's own; 0 when the query only excludes. */
  readonly score: number
  /** The terms by which it was found. */
  readonly terms: readonly string[]
}

/** Every case that a lowered query finds, in no promised order. */
export function evaluate(opened: OpenedIndex, query: LoweredQuery): Match[] {
  const everything = (): Match[] => opened.documents.map(document => ({ document, score: 0, terms: [] }))
  const matches = query.clauses.length === 0 ? everything() : queryLunr(opened, query.clauses)
  if (query.checks.length === 0) return matches
  return matches.filter(({ document, terms }) => passes(document, query.checks, terms, opened.taxonomy))
}

/** Asks Lunr. Clauses that all prohibit find every other case. */
export function queryLunr(opened: OpenedIndex, clauses: readonly LoweredClause[]): Match[] {
  const results = opened.lunr.query(query => {
    for (const { term, fields, boost, presence, edits } of clauses) {
      query.term(term, {
        fields: [...fields],
        boost,
        presence: PRESENCE[presence],
        usePipeline: false,
        // Lunr takes the key alone, whatever its value, for a fuzzy clause.
        ...(edits === 0 ? {} : { editDistance: edits }),
      })
    }
  })
  const matches: Match[] = []
  for (const { ref, score, matchData } of results) {
    const document = opened.find(ref)
    if (document !== undefined) matches.push({ document, score, terms: Object.keys(matchData.metadata) })
  }
  return matches
}

const PRESENCE = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
} as const

import type { FacetValues } from '../library/facets.js'
import type { Filters } from '../library/filter.js'
import type { Kind, RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { evaluate } from './evaluate.js'
import type { Correction } from './lowered.js'
import { type Note, note } from './notes.js'
import type { OpenedIndex } from './opened.js'
import { lowerQuery } from './query-lower.js'
import { type Clause, parseQuery } from './query-parse.js'
import { type Mark, marksOf, type Snippet, snippetOf } from './snippet.js'
import { byScore, byUpdate, type Placed, place } from './visibility.js'

export interface SearchRequest {
  readonly text: string
  /** Resolved by `resolveFilters`. They choose among what the text finds and alter no score. */
  readonly filters?: Filters
  /** Hits to return; the library's own limit where it is left out. */
  readonly limit?: number
  /** Hits to pass over. */
  readonly offset?: number
}

export interface Hit {
  readonly id: CaseId
  readonly path: RepoPath
  readonly title: string
  readonly titleMarks: readonly Mark[]
  readonly kind: Kind
  readonly status: Status
  readonly language: string
  /** ISO day. */
  readonly updated?: string
  /** Lunr's own, comparable within one search only; 0 where nothing was asked but filters. */
  readonly score: number
  /** 2 marks a case that is not released, or no longer. */
  readonly tier: 1 | 2
  readonly facets: FacetValues
  /** The superseded cases that the text found and that this one replaces. */
  readonly via?: readonly CaseId[]
  readonly snippet: Snippet
}

/** A correction as people read it. */
export interface ShownCorrection extends Correction {
  /** The terms as the library writes them. */
  readonly shown: readonly string[]
}

export interface SearchResult {
  readonly query: { readonly text: string; readonly clauses: readonly Clause[] }
  /** Hits before limit and offset. */
  readonly total: number
  readonly hits: readonly Hit[]
  readonly corrections: readonly ShownCorrection[]
  readonly notes: readonly Note[]
}

/**
 * Asks an index. Released cases come first, then drafts; within both the best score, then the id.
 * A text without words finds nothing; no text at all lists every case that the filters leave, the
 * last updated first. Never throws, whatever the text.
 */
export function search(opened: OpenedIndex, request: SearchRequest): SearchResult {
  const parsed = parseQuery(request.text)
  const lowered = lowerQuery(parsed, opened)
  const { clauses, checks } = lowered
  const wordless = parsed.text !== '' && clauses.length === 0 && checks.length === 0
  const isListing = clauses.every(clause => clause.presence === 'prohibited')
  const found = wordless ? [] : evaluate(opened, lowered)
  const placed = place(opened, found, request.filters ?? {}).sort(isListing ? byUpdate : byScore)
  const offset = request.offset ?? 0
  const page = placed.slice(offset, offset + (request.limit ?? opened.header.settings.limit))
  return {
    query: { text: parsed.text, clauses: parsed.clauses },
    total: placed.length,
    hits: page.map(hit => toHit(opened, isListing ? { ...hit, via: [] } : hit)),
    corrections: lowered.corrections.map(correction => ({
      ...correction,
      shown: [...new Set(correction.terms.map(term => opened.surfaceOf(term)))],
    })),
    notes: [...parsed.notes, ...lowered.notes, ...(wordless ? [note('nothing')] : [])],
  }
}

function toHit(opened: OpenedIndex, { document, score, tier, via, terms }: Placed): Hit {
  const weights = new Map(terms.map(term => [term, opened.weightOf(term)]))
  return {
    id: document.id,
    path: document.path,
    title: document.title,
    titleMarks: marksOf(document.title, weights),
    kind: document.kind,
    status: document.status,
    language: document.language,
    ...(document.updated === undefined ? {} : { updated: document.updated }),
    score,
    tier,
    facets: document.facets,
    ...(via.length === 0 ? {} : { via }),
    snippet: snippetOf(document, weights),
  }
}

import { byCodeUnit } from '../lib/text.js'
import type { RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { SEARCH_FIELDS } from '../model/config.js'
import { queryLunr } from './evaluate.js'
import type { OpenedIndex } from './opened.js'
import { marksOf } from './snippet.js'
import { isStopWord } from './stem.js'
import { unitsOf } from './tokens.js'

export interface SimilarCase {
  readonly id: CaseId
  readonly path: RepoPath
  readonly title: string
  readonly status: Status
  readonly language: string
  /** Lunr's own, comparable within one answer only. */
  readonly score: number
  /** The stretches of the text that the case has too, in text order. */
  readonly shared: readonly string[]
}

/** Characters of the text that are read: a title and a long list of symptoms. */
const MAX_TEXT = 10_000
/** Terms that are asked: the most telling ones. What comes after them is in every other case. */
const MAX_TERMS = 64

/**
 * The existing cases nearest to a free text, best first: so that nobody drafts a twin. Drafts,
 * archived and superseded cases count; withdrawn ones do not.
 */
export function similar(opened: OpenedIndex, text: string, limit = 5): SimilarCase[] {
  const read = text.slice(0, MAX_TEXT)
  const units = unitsOf(read).filter(unit => !isStopWord(unit.text))
  const terms = new Set(units.flatMap(unit => unit.exact.map(token => token.term)))
  const telling = [...terms]
    .map(term => ({ term, weight: opened.weightOf(term) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || byCodeUnit(a.term, b.term))
    .slice(0, MAX_TERMS)
  if (telling.length === 0) return []
  const clauses = telling.map(({ term }) => ({
    term,
    fields: SEARCH_FIELDS,
    boost: 1,
    presence: 'optional' as const,
    edits: 0 as const,
  }))
  return (
    queryLunr(opened, clauses)
      .filter(({ document }) => document.status !== 'withdrawn')
      .sort((a, b) => b.score - a.score || byCodeUnit(a.document.id, b.document.id))
      .map(({ document, score, terms: found }) => ({
        id: document.id,
        path: document.path,
        title: document.title,
        status: document.status,
        language: document.language,
        score,
        shared: stretches(read, found),
      }))
      // A lone digit or letter in common makes no twin.
      .filter(({ shared }) => shared.some(stretch => stretch.length > 1))
      .slice(0, limit)
  )
}

function stretches(text: string, terms: readonly string[]): string[] {
  const marks = marksOf(text, new Map(terms.map(term => [term, 1])))
  return [...new Set(marks.map(([start, end]) => text.slice(start, end)))]
}

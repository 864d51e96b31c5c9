import type { FacetValues } from '../library/facets.js'
import type { Kind, RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from '../store/document.js'
import type { IndexReader } from '../store/reader.js'
import type { Likeness } from './likeness.js'
import { sortThenById } from './ordering.js'
import { leastOfBest, notBelow } from './select.js'
import { marksOf } from './snippet.js'

/** A case that is near to a text or to another case. */
export interface NearCase {
  readonly id: CaseId
  readonly path: RepoPath
  readonly title: string
  readonly kind: Kind
  readonly status: Status
  readonly language: string
  /** ISO day. */
  readonly updated?: string
  /** 0 to 1: how much of what the text tells the case says (`likenesses`). */
  readonly score: number
  readonly facets: FacetValues
}

export function toNearCase(document: IndexDocument, score: number): NearCase {
  const { id, path, title, kind, status, language, updated, facets } = document
  const day = updated === undefined ? {} : { updated }
  return { id, path, title, kind, status, language, ...day, score: rounded(score), facets }
}

/** A score as it is shown and compared with the threshold: to the thousandth. */
export function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}

/** A document with its score, as a reader numbers it. */
export interface Near {
  readonly document: number
  readonly score: number
}

/** The `count` nearest of some documents, best first, equal ones by id. */
export async function nearestOf(
  reader: IndexReader,
  documents: Uint32Array | readonly number[],
  scores: Likeness['scores'],
  count: number,
): Promise<Near[]> {
  const least = leastOfBest(documents, scores, count)
  const near = notBelow(documents, scores, least).map(
    (document): Near => ({ document, score: scores[document] ?? 0 }),
  )
  const sorted = await sortThenById(
    reader,
    near,
    ({ document }) => document,
    (a, b) => b.score - a.score,
  )
  return sorted.slice(0, count)
}

/** Most terms of which the stretches of a text are shown. */
const MAX_SHOWN_TERMS = 24

/**
 * The stretches of a text that are made of terms, in its order, each once; lone letters and digits
 * left out.
 */
export function stretchesOf(text: string, terms: readonly string[]): string[] {
  const marks = marksOf(text, new Map(terms.slice(0, MAX_SHOWN_TERMS).map(term => [term, 1])))
  const stretches = marks.map(([start, end]) => text.slice(start, end))
  return [...new Set(stretches)].filter(stretch => stretch.length > 1)
}

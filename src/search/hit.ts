import type { FacetValues } from '../library/facets.js'
import type { Kind, RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from '../store/document.js'
import type { Explanation } from './explain.js'
import { type Mark, marksOf, type Snippet, snippetOf, type Weights } from './snippet.js'
import type { Tier } from './visibility.js'

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
  /** 2 marks a case that is not released, or no longer; 3 an archived one. */
  readonly tier: Tier
  readonly facets: FacetValues
  /** The superseded cases that the text found and that this one replaces. */
  readonly via?: readonly CaseId[]
  readonly snippet: Snippet
  /** Where it was asked for: why the case stands where it stands. */
  readonly explanation?: Explanation
}

export interface HitFacts {
  readonly score: number
  readonly tier: Tier
  readonly via: readonly CaseId[]
  readonly weights: Weights
  readonly explanation: Explanation | undefined
}

export function toHit(document: IndexDocument, facts: HitFacts): Hit {
  const { score, tier, via, weights, explanation } = facts
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
    ...(explanation === undefined ? {} : { explanation }),
  }
}

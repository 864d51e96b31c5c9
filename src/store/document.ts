import type { FacetValues } from '../library/facets.js'
import type { Audience, Cause, Kind, RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'

/** A part of a case's text. */
export interface DocumentSection {
  /** The section's id in the configuration; missing for headings of the author's own. */
  readonly id?: string
  /** The heading; '' for the text before the first one. */
  readonly title: string
  readonly text: string
  /** Where the section says it, or its kind by default; else the case's audience holds. */
  readonly audience?: Audience
}

/** What the index keeps of a case: all that a search, a filter and a hit need. Plain JSON. */
export interface IndexDocument {
  readonly id: CaseId
  readonly path: RepoPath
  readonly title: string
  readonly kind: Kind
  readonly status: Status
  readonly language: string
  /** ISO day. */
  readonly updated?: string
  readonly supersededBy?: CaseId
  readonly facets: FacetValues
  readonly tags: readonly string[]
  readonly errorCodes: readonly string[]
  readonly customerPhrases: readonly string[]
  readonly causes: readonly Cause[]
  /** Tools, outcomes and the testimonial of the front matter, a line each. */
  readonly details: readonly string[]
  /** The cases that it names as related. */
  readonly related: readonly CaseId[]
  readonly sections: readonly DocumentSection[]
  /** How often it was used, as the feedback in the library says; missing for never. */
  readonly uses?: number
}

/** What the cutter makes of a document. */
export interface DocumentTerms {
  /** By position in SEARCH_FIELDS: the terms of the field, repeated as often as they stand there, in any order. */
  readonly fields: readonly (readonly string[])[]
  /** Its English words whose stem is another word, folded; in any order, repeated or not. */
  readonly words: readonly string[]
}

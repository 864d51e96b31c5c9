import type { Day } from '../lib/day.js'
import type { Audience, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { type Draft, fileNameOf, textOf } from './draft-case.js'
import { cutTo, firstSentence } from './sentence.js'
import type { Template } from './template.js'

/** Where captured drafts wait, below the case folder. */
export const INBOX = 'inbox'

/** Longest title made out of a symptom, in code points. */
const TITLE_LENGTH = 80

/** The answers to the intake questions, and what the library adds to them. */
export interface CaptureRequest {
  readonly id: CaseId
  /** Left out, the symptom's first sentence is the title. */
  readonly title?: string | undefined
  readonly language: string
  readonly day: Day
  readonly audience: Audience
  /** Term id. */
  readonly category?: string | undefined
  /** Term id. */
  readonly product?: string | undefined
  readonly symptom: string
  readonly tried?: string | undefined
  /** The customer's industry and version, in any words. */
  readonly customer?: string | undefined
  /** Type left out: `other`. */
  readonly source?: { readonly type?: string | undefined; readonly refs?: readonly string[] } | undefined
  readonly folder: RepoPath
  readonly template: Template
}

/**
 * Drafts a case from an intake into the inbox. Every answer stands in the text as it was typed,
 * but for headings that would break the sections; whether a title was typed or cut out of the
 * symptom, its words stay whole.
 */
export function captureDraft(request: CaptureRequest): Draft {
  const phrase = firstSentence(request.symptom)
  const typed = request.title?.trim() ?? ''
  const title = typed === '' ? cutTo(phrase.replace(/[。.！!]+$/, ''), TITLE_LENGTH) : typed
  const text = textOf({
    kind: 'case',
    id: request.id,
    title,
    language: request.language,
    day: request.day,
    audience: request.audience,
    product: request.product,
    category: request.category,
    errorCodes: [],
    tags: [],
    customerPhrases: [phrase],
    source: { type: request.source?.type ?? 'other', refs: request.source?.refs ?? [] },
    background: request.customer,
    symptoms: request.symptom,
    tried: request.tried,
    folder: request.folder,
    template: request.template,
  })
  return { path: `${request.folder}/${INBOX}/${fileNameOf({ id: request.id, title })}`, text }
}

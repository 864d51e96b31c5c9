import type { Day } from '../lib/day.js'
import type { Audience, Kind, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { nameFault, slug } from '../model/file-name.js'
import { findErrorCodes } from './error-codes.js'
import { fillTemplate } from './fill.js'
import { cutTo, oneLine } from './sentence.js'
import type { Template } from './template.js'

/** Longest title, tag or phrase that the case schema takes, in code points. */
const MAX_LINE = 300

/** What is known of a case when it is drafted. Terms are term ids. */
export interface DraftRequest {
  readonly kind: Kind
  readonly id: CaseId
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly day: Day
  readonly audience: Audience
  readonly product?: string | undefined
  readonly module?: string | undefined
  readonly category?: string | undefined
  readonly faultType?: string | readonly string[] | undefined
  readonly urgency?: string | undefined
  /** Beside those that title, problem and symptoms name. */
  readonly errorCodes: readonly string[]
  readonly tags: readonly string[]
  readonly customerPhrases: readonly string[]
  readonly source?: { readonly type: string; readonly refs: readonly string[] } | undefined
  /** Markdown, as are the three below. */
  readonly problem?: string | undefined
  readonly symptoms?: string | undefined
  readonly tried?: string | undefined
  readonly background?: string | undefined
  /** The case folder of the configuration. */
  readonly folder: RepoPath
  readonly template: Template
}

/** A drafted file, not yet written. */
export interface Draft {
  readonly path: RepoPath
  readonly text: string
}

/** Drafts a case: `<cases>/<product>/<ID>-<title>.md` and its text, LF line ends. */
export function draftCase(request: DraftRequest): Draft {
  const parts = request.product === undefined ? [] : [request.product]
  const folder = [
    request.folder,
    ...parts.filter(part => nameFault(part) === undefined && !part.includes('/')),
  ]
  return { path: `${folder.join('/')}/${fileNameOf(request)}`, text: textOf(request) }
}

/** The name of a case's file: id, hyphen, what the title leaves of itself. */
export function fileNameOf(named: { readonly id: CaseId; readonly title: string }): string {
  const rest = slug(named.title)
  return rest === '' ? `${named.id}.md` : `${named.id}-${rest}.md`
}

/** The text of a draft. */
export function textOf(request: DraftRequest): string {
  const whole = oneLine(request.title)
  const title = cutTo(whole, MAX_LINE)
  const problem = title === whole ? request.problem : [whole, request.problem ?? ''].join('\n\n').trim()
  const named = findErrorCodes([title, problem, request.symptoms].join('\n'))
  const { faultType } = request
  return fillTemplate(request.template, {
    id: request.id,
    kind: request.kind,
    title,
    language: request.language,
    created: request.day,
    product: request.product,
    module: request.module,
    error_codes: lines([...request.errorCodes, ...named]),
    category: request.category,
    fault_type: typeof faultType === 'string' ? [faultType] : faultType,
    urgency: request.urgency,
    tags: lines(request.tags),
    customer_phrases: lines(request.customerPhrases),
    source_type: request.source?.type,
    source_refs: lines(request.source?.refs ?? []),
    audience: request.audience,
    background: request.background,
    problem,
    symptoms: request.symptoms,
    tried: request.tried,
  })
}

/** One line each, each once, short enough for the schema. */
function lines(texts: readonly string[]): string[] {
  return [...new Set(texts.map(text => cutTo(oneLine(text), MAX_LINE)))].filter(text => text !== '')
}

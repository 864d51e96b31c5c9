import type { Message } from '../lib/message.js'
import type { CaseId } from './case-id.js'
import type { Outline } from './markdown.js'
import type { Range } from './range.js'

export const KINDS = ['case', 'sop', 'faq'] as const
export type Kind = (typeof KINDS)[number]

export const STATUSES = [
  'draft',
  'in-review',
  'published',
  'needs-review',
  'archived',
  'superseded',
  'withdrawn',
] as const
export type Status = (typeof STATUSES)[number]

export const AUDIENCES = ['internal', 'partner', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/** A path relative to the library's root, with `/` between its parts. */
export type RepoPath = string

/** JSON Pointer (RFC 6901) into the front matter: `/product/name`, `/tags/0`. */
export type Pointer = string

/** Where a front-matter field stands. `key` is missing for list items and for the whole. */
export interface FieldPlace {
  readonly key?: Range
  readonly value: Range
}

export interface Cause {
  readonly cause: string
  readonly check?: string
  readonly fix?: string
}

export interface Outcome {
  readonly metric: string
  readonly before?: number
  readonly after?: number
  readonly unit?: string
}

export interface Attachment {
  readonly path: string
  readonly sha256?: string
  /** Bytes. */
  readonly size?: number
}

export interface DisabledRule {
  readonly rule: string
  readonly reason?: string
  /** The entry that names it. */
  readonly pointer: Pointer
}

/**
 * The typed front matter. Days are ISO text. A field whose value the schema refused is missing
 * here and reported as a problem of the file; `id`, `title` are then '' and `kind`, `status`,
 * `language` fall back to `case`, `draft`, `en`, so that the rules can still judge the rest.
 */
export interface CaseFields {
  readonly id: CaseId
  readonly kind: Kind
  readonly title: string
  readonly status: Status
  readonly language: string
  readonly created?: string
  readonly updated?: string
  readonly opened?: string
  readonly reviewBy?: string
  readonly resolutionHours?: number
  readonly productVersions: readonly string[]
  readonly errorCodes: readonly string[]
  readonly tags: readonly string[]
  readonly customerPhrases: readonly string[]
  readonly source?: { readonly type?: string; readonly refs: readonly string[] }
  readonly audience?: Audience
  readonly regions: readonly string[]
  readonly owner?: string
  readonly tools: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly testimonial?: { readonly text?: string; readonly consent?: boolean }
  readonly causes: readonly Cause[]
  readonly attachments: readonly Attachment[]
  readonly related: readonly CaseId[]
  readonly supersedes: readonly CaseId[]
  readonly supersededBy?: CaseId
  readonly reviewWhen: readonly string[]
  readonly incomplete: readonly string[]
  readonly scopeException?: string
  readonly disabledRules: readonly DisabledRule[]
}

/** What a case says of one facet: the value as written (id, alias or unknown) and its place. */
export interface WrittenTerm {
  readonly facet: string
  /** Index into the facet's levels where a field addresses one level, else undefined. */
  readonly level?: number
  readonly value: string
  readonly pointer: Pointer
}

export interface Heading {
  readonly depth: number
  /** The text without the `{audience=…}` suffix. */
  readonly title: string
  readonly at: Range
}

/** A part of the body below one H2 heading, up to the next heading of depth 1 or 2. */
export interface Section {
  /** The section's id in the configuration (`problem`, `steps` …); undefined when no heading matches. */
  readonly id?: string
  readonly title: string
  /** The heading. */
  readonly at: Range
  /** From behind the heading to the end of the section. */
  readonly content: Range
  /** The words without the markup, blocks separated by line breaks. */
  readonly text: string
  readonly audience?: Audience
  /** True when nothing but white space and comments stands below the heading. */
  readonly empty: boolean
}

export interface Link {
  readonly kind: 'link' | 'image' | 'definition'
  readonly to: string
  readonly alt?: string
  readonly at: Range
  /** The target inside `at`, where it could be found: what a fix replaces. */
  readonly target?: Range
}

export interface Body extends Outline {
  readonly headings: readonly Heading[]
  readonly sections: readonly Section[]
  readonly links: readonly Link[]
  /** HTML comments, with their inner text. */
  readonly comments: readonly { readonly text: string; readonly at: Range }[]
  /** The words of the whole body, without the markup. */
  readonly text: string
}

/** A parsed case: values with their places. The body is parsed on first use. */
export interface Case extends CaseFields {
  readonly path: RepoPath
  readonly archived: boolean
  readonly terms: readonly WrittenTerm[]
  /** Fields beyond the built-in schema (facets and the library's own), as plain values. */
  readonly extra: ReadonlyMap<string, unknown>
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
  /** The front matter including its `---` lines. */
  readonly frontMatter: Range
  readonly body: Body
  /** True when id, kind, title, status and language were given and valid. */
  readonly sound: boolean
}

/** Something the parser refused, as data; `rule` names the rule that reports it. */
export interface Problem {
  readonly rule: string
  readonly code: string
  readonly message: Message
  readonly args: Readonly<Record<string, string | number>>
  readonly at?: Range
  /** JSON pointer of the field, where there is one. */
  readonly pointer?: Pointer
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string }
}

/** One file below `cases/` or `archive/`: its text, its case as far as it could be read, its problems. */
export interface CaseFile {
  readonly path: RepoPath
  /** Decoded text, '' when the bytes are not text. */
  readonly text: string
  readonly case?: Case
  readonly problems: readonly Problem[]
}

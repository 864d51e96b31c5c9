import type { Language } from '../lib/message.js'
import type { CaseId } from '../model/case-id.js'
import type { PrefixMatch } from './prefix.js'

/** Something that a prefix may become. */
export interface Suggestion {
  readonly kind: 'code' | 'term' | 'tag' | 'title'
  /** As the library writes it. */
  readonly text: string
  /** The name that begins with the prefix, where it is another one: an alias, a label in the other language. */
  readonly matched?: string
  readonly match: PrefixMatch
  /** Of a term or tag: how to filter by it. */
  readonly dimension?: string
  readonly value?: string
  /** Of a title: its case. */
  readonly id?: CaseId
  /** How many cases a search would show. */
  readonly cases: number
}

/** What is looked for, and where it counts. */
export interface SuggestContext {
  /** As `foldPrefix` gives it. */
  readonly prefix: string
  readonly language: Language
  /** By document number: whether a search shows it. */
  readonly shown: (document: number) => boolean
}

/** How many of the documents a search shows. */
export function count(documents: Uint32Array | undefined, shown: SuggestContext['shown']): number {
  let cases = 0
  for (const document of documents ?? []) if (shown(document)) cases++
  return cases
}

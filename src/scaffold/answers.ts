import type { Day } from '../lib/day.js'
import { type Language, languageOf } from '../lib/message.js'
import type { Audience } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'

export const FORGES = ['github', 'gitlab', 'both'] as const
/** Where the library's repository is hosted. */
export type Forge = (typeof FORGES)[number]

/** What is asked before a library is laid out, and what its caller adds. */
export interface ScaffoldAnswers {
  /** The library's name, as a heading. */
  readonly name: string
  /** BCP 47; the first is the default. */
  readonly languages: readonly string[]
  /** Names of products as the user typed them. */
  readonly products: readonly string[]
  /** Upper-case letters and digits. */
  readonly idPrefix: string
  readonly audience: Audience
  readonly forge: Forge
  /** The id of the example case, with the prefix above. */
  readonly exampleId: CaseId
  readonly day: Day
  /** The version of casectl that CI runs. */
  readonly version: string
}

/**
 * The language in which a library is greeted: its first that we write, else English. Our Chinese is
 * in simplified characters.
 */
export function writtenLanguage(languages: readonly string[]): Language {
  const first = languages.find(tag => /^(?:zh(?!-(?:hant|tw|hk|mo)\b)|en)(?:-|$)/i.test(tag))
  return languageOf(first) ?? 'en'
}

import type { Language } from '../lib/message.js'
import { type Filters, resolveFilters } from '../library/filter.js'
import type { CaseId } from '../model/case-id.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { type Diagnosis, diagnose } from '../search/diagnose.js'
import type { OpenedIndex } from '../search/opened.js'
import { type Recommendation, recommend } from '../search/recommend.js'
import { type RelatedCase, related } from '../search/related.js'
import type { TextPart } from '../search/said.js'
import { type Suggestion, suggest } from '../search/suggest.js'
import { suggestTags, type TagSuggestions } from '../search/tag-suggest.js'
import { type OpenSearchOptions, withSearchIndex } from './search-index.js'

// What a library answers beside searches, from the index of the library that a folder belongs to;
// it is built or updated where needed. Every function throws what `Workspace.open` throws.

/** What every answer says of the index that it comes from. */
export interface Answered {
  /** The library changed and an update would take long: the answer may be out of date. */
  readonly outdated: boolean
}

/** An answer that names terms, with their names. */
export interface AnsweredTerms extends Answered {
  readonly taxonomy: Taxonomy
}

export interface RecommendOptions extends OpenSearchOptions {
  readonly parts: readonly TextPart[]
  readonly threshold: number
  readonly limit: number
  /** Dimension → values as a person types them. */
  readonly filters?: Filters
}

/**
 * The cases that a ticket or a customer's message is likely about.
 * @throws CasectlError `unknown-filter`
 */
export function recommendCases(
  cwd: string,
  options: RecommendOptions,
): Promise<Recommendation & AnsweredTerms> {
  return withSearchIndex(cwd, options, async ({ opened, outdated }) => {
    const taxonomy = await opened.taxonomy()
    const filters = resolveFilters(options.filters ?? {}, taxonomy)
    return { ...(await recommend(opened, { ...options, filters })), outdated, taxonomy }
  })
}

/** The cases nearest to a case; `cases` is undefined for an unknown id. */
export function relatedCases(
  cwd: string,
  options: OpenSearchOptions & { readonly id: CaseId; readonly threshold: number; readonly limit: number },
): Promise<{ readonly cases: readonly RelatedCase[] | undefined } & Answered> {
  return withSearchIndex(cwd, options, async ({ opened, outdated }) => ({
    cases: await related(opened, options),
    outdated,
  }))
}

/** The facets and tags that a case may lack; `found` is undefined for an unknown id. */
export function suggestCaseTags(
  cwd: string,
  options: OpenSearchOptions & { readonly id: CaseId },
): Promise<{ readonly found: TagSuggestions | undefined } & AnsweredTerms> {
  return withSearchIndex(cwd, options, async ({ opened, outdated }) => ({
    found: await suggestTags(opened, options.id),
    outdated,
    taxonomy: await opened.taxonomy(),
  }))
}

/**
 * The causes that may lie behind symptoms.
 * @throws CasectlError `unknown-filter`
 */
export function diagnoseSymptoms(
  cwd: string,
  options: OpenSearchOptions & {
    readonly symptoms: readonly string[]
    readonly limit: number
    readonly filters?: Filters
  },
): Promise<Diagnosis & Answered> {
  return withSearchIndex(cwd, options, async ({ opened, outdated }) => {
    const filters = await resolved(opened, options.filters ?? {})
    return { ...(await diagnose(opened, { ...options, filters })), outdated }
  })
}

/** What someone who typed a prefix may be looking for. */
export function suggestFor(
  cwd: string,
  options: OpenSearchOptions & {
    readonly prefix: string
    readonly limit: number
    readonly language: Language
  },
): Promise<{ readonly suggestions: readonly Suggestion[] } & Answered> {
  return withSearchIndex(cwd, options, async ({ opened, outdated }) => ({
    suggestions: await suggest(opened, options.prefix, options),
    outdated,
  }))
}

/** Reading the taxonomy is spared where nothing is asked of it. */
async function resolved(opened: OpenedIndex, typed: Filters): Promise<Filters> {
  return Object.keys(typed).length === 0 ? {} : resolveFilters(typed, await opened.taxonomy())
}

import { facetsOf } from '../library/facets.js'
import type { Library } from '../library/library.js'
import type { Case, CaseFile, Section } from '../model/case.js'
import { LineIndex } from '../model/range.js'
import { readFrontMatter } from '../parse/front-matter.js'

/** A case as data: every front-matter field under its own name, sections, path and facets. */
export function caseJson(file: CaseFile, found: Case, { taxonomy, config }: Library): object {
  return {
    ...fieldsJson(file, found),
    path: found.path,
    facets: facetsOf(found, taxonomy, config.defaultAudience),
    sections: found.body.sections.map(section => sectionJson(section, file.text)),
  }
}

/** A case in a list: what tells it apart. */
export function caseSummaryJson(found: Case, { taxonomy, config }: Library): object {
  const { id, title, kind, status, language, updated, path } = found
  return {
    id,
    title,
    kind,
    status,
    language,
    updated,
    path,
    facets: facetsOf(found, taxonomy, config.defaultAudience),
  }
}

// JSON.stringify leaves out what is undefined: fields that the case does not have.
function fieldsJson(file: CaseFile, found: Case): object {
  const terms = writtenTerms(file)
  return {
    id: found.id,
    kind: found.kind,
    title: found.title,
    status: found.status,
    language: found.language,
    created: found.created,
    updated: found.updated,
    opened: found.opened,
    resolution_hours: found.resolutionHours,
    product: productJson(terms['product'], found.productVersions),
    error_codes: some(found.errorCodes),
    category: terms['category'],
    fault_type: terms['fault_type'],
    urgency: terms['urgency'],
    ...Object.fromEntries(found.extra),
    tags: some(found.tags),
    customer_phrases: some(found.customerPhrases),
    source: found.source,
    audience: found.audience,
    regions: some(found.regions),
    owner: found.owner,
    tools: some(found.tools),
    outcomes: some(found.outcomes),
    testimonial: found.testimonial,
    causes: some(found.causes),
    attachments: some(found.attachments),
    related: some(found.related),
    supersedes: some(found.supersedes),
    superseded_by: found.supersededBy,
    review_by: found.reviewBy,
    review_when: some(found.reviewWhen),
    incomplete: some(found.incomplete),
    scope_exception: found.scopeException,
    lint: found.disabledRules.length === 0 ? undefined : { disable: disabled(found) },
  }
}

/**
 * The terms as the case names them. A library without a taxonomy has no facets, but its cases
 * still have these fields; they are text, so the front matter as written is enough.
 */
function writtenTerms(file: CaseFile): Readonly<Record<string, unknown>> {
  const { frontMatter } = readFrontMatter(file.text, new LineIndex(file.text))
  const { product, category, fault_type, urgency } = frontMatter?.values ?? {}
  return { product, category: term(category), fault_type: term(fault_type), urgency: term(urgency) }
}

function disabled({ disabledRules }: Case): readonly object[] {
  return disabledRules.map(({ rule, reason }) => ({ rule, reason }))
}

function productJson(written: unknown, versions: readonly string[]): object | undefined {
  if (typeof written !== 'object' || written === null) return undefined
  const { name, module } = written as Readonly<Record<string, unknown>>
  return { name: term(name), module: term(module), versions: some(versions) }
}

/** A term or a list of terms; anything else was refused by the schema. */
function term(value: unknown): string | readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string')
  return typeof value === 'string' ? value : undefined
}

function sectionJson({ id, title, audience, text, content }: Section, source: string): object {
  return { id, title, audience, text, markdown: source.slice(content.start, content.end).trim() }
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

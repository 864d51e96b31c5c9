import { byCodeUnit } from '../lib/text.js'
import { type FacetValues, facetsOf } from '../library/facets.js'
import type { Library } from '../library/library.js'
import type { Audience, Body, Case, Kind, RepoPath, Section, Status } from '../model/case.js'
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
  /** Causes, tools, outcomes and the testimonial of the front matter, a line each. */
  readonly details: readonly string[]
  readonly sections: readonly DocumentSection[]
}

/** The documents of a library: its sound cases in id order; of duplicates the first by path. */
export function documentsOf(library: Library): IndexDocument[] {
  const byId = new Map<CaseId, Case>()
  for (const found of library.cases) {
    const key = found.id.toUpperCase()
    if (!byId.has(key)) byId.set(key, found)
  }
  const cases = [...byId.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return cases.map(found => toDocument(found, library))
}

export function toDocument(found: Case, library: Pick<Library, 'config' | 'taxonomy'>): IndexDocument {
  return {
    id: found.id,
    path: found.path,
    title: found.title,
    kind: found.kind,
    status: found.status,
    language: found.language,
    ...(found.updated === undefined ? {} : { updated: found.updated }),
    ...(found.supersededBy === undefined ? {} : { supersededBy: found.supersededBy }),
    facets: facetsOf(found, library.taxonomy, library.config.defaultAudience),
    tags: found.tags,
    errorCodes: found.errorCodes,
    customerPhrases: found.customerPhrases,
    details: detailsOf(found),
    sections: sectionsOf(found.body),
  }
}

function detailsOf(found: Case): string[] {
  return [
    ...found.causes.flatMap(({ cause, check, fix }) => [cause, check ?? '', fix ?? '']),
    ...found.tools,
    ...found.outcomes.map(outcome => outcome.metric),
    found.testimonial?.text ?? '',
  ].filter(line => line !== '')
}

function sectionsOf(body: Body): DocumentSection[] {
  const lead = leadOf(body)
  const sections = body.sections.filter(section => section.text !== '').map(toSection)
  return lead === '' ? sections : [{ title: '', text: lead }, ...sections]
}

function toSection({ id, title, text, audience }: Section): DocumentSection {
  return {
    ...(id === undefined ? {} : { id }),
    title,
    text,
    ...(audience === undefined ? {} : { audience }),
  }
}

/** The words before the first section, without the headings of depth 1, which repeat the title. */
function leadOf(body: Body): string {
  const lines = body.text.split('\n')
  const first = body.sections[0]?.title
  const stop = first === undefined ? -1 : lines.findIndex(line => bare(line) === first)
  const tops = new Set(body.headings.filter(heading => heading.depth === 1).map(heading => heading.title))
  const lead = stop === -1 ? (first === undefined ? lines : []) : lines.slice(0, stop)
  return lead
    .filter(line => !tops.has(bare(line)))
    .join('\n')
    .trim()
}

function bare(line: string): string {
  return line.replace(/\s*\{audience=[a-z]+\}$/, '').trim()
}

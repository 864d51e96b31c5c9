import { byCodeUnit } from '../lib/text.js'
import { facetsOf } from '../library/facets.js'
import type { Library } from '../library/library.js'
import type { Case } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { BodyText, CaseText, SectionText } from '../model/case-text.js'
import type { DocumentSection, IndexDocument } from '../store/document.js'

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

/** What the index keeps of a case, which may have been read with its places or without. */
export function toDocument(found: CaseText, library: Pick<Library, 'config' | 'taxonomy'>): IndexDocument {
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
    causes: found.causes,
    details: detailsOf(found),
    related: found.related,
    sections: sectionsOf(found.body),
  }
}

function detailsOf(found: CaseText): string[] {
  return [
    ...found.tools,
    ...found.outcomes.map(outcome => outcome.metric),
    found.testimonial?.text ?? '',
  ].filter(line => line !== '')
}

function sectionsOf(body: BodyText): DocumentSection[] {
  const lead = leadOf(body)
  const sections = body.sections.filter(section => section.text !== '').map(toSection)
  return lead === '' ? sections : [{ title: '', text: lead }, ...sections]
}

function toSection({ id, title, text, audience }: SectionText): DocumentSection {
  if (id === undefined) return audience === undefined ? { title, text } : { title, text, audience }
  return audience === undefined ? { id, title, text } : { id, title, text, audience }
}

/** The words before the first section, without the headings of depth 1, which repeat the title. */
function leadOf(body: BodyText): string {
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

import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import { namesOf, type Taxonomy } from '../model/taxonomy.js'
import type { DocumentSection, IndexDocument } from '../store/document.js'

/** The sections in which a case says what went wrong: what a person in trouble would type. */
const SYMPTOM_SECTIONS: readonly (string | undefined)[] = ['problem', 'symptoms']

/** The texts of one searched field, each on its own: no run and no phrase reaches across them. */
export function fieldTexts(
  document: IndexDocument,
  field: SearchField,
  taxonomy: Taxonomy,
): readonly string[] {
  switch (field) {
    case 'id':
      return [document.id]
    case 'title':
      return [document.title]
    case 'error_codes':
      return document.errorCodes
    case 'customer_phrases':
      return document.customerPhrases
    case 'symptoms':
      return document.sections
        .filter(section => SYMPTOM_SECTIONS.includes(section.id))
        .map(section => section.text)
    case 'facets':
      return [...document.tags, ...termNames(document, taxonomy)]
    case 'body':
      return [...document.sections.flatMap(bodyTexts), ...causeTexts(document), ...document.details]
  }
}

/** What a structured cause says, each part on its own. */
export function causeTexts({ causes }: IndexDocument): string[] {
  return causes.flatMap(({ cause, check = '', fix = '' }) => [cause, check, fix]).filter(text => text !== '')
}

/** Headings of the author's own count; those of the standard stand in every case and say nothing. */
function bodyTexts(section: DocumentSection): string[] {
  return section.id === undefined && section.title !== '' ? [section.title, section.text] : [section.text]
}

/** Every name, in both languages, of the terms that a case has and of their ancestors. */
function termNames(document: IndexDocument, taxonomy: Taxonomy): string[] {
  const names: string[] = []
  for (const [dimension, ids] of Object.entries(document.facets)) {
    const terms = taxonomy.dimensions.get(dimension)?.facet.terms
    for (const id of ids) {
      const term = terms?.get(id)
      if (term !== undefined) names.push(...namesOf(term))
    }
  }
  return names
}

/** What may be typed before the colon. */
const FIELD_NAMES: Readonly<Record<string, SearchField>> = {
  code: 'error_codes',
  phrase: 'customer_phrases',
  symptom: 'symptoms',
  tag: 'facets',
}

/** The field of a name as typed (`title`, `Code`), or undefined. */
export function readField(name: string): SearchField | undefined {
  const key = name.toLowerCase()
  if (Object.hasOwn(FIELD_NAMES, key)) return FIELD_NAMES[key]
  return SEARCH_FIELDS.find(field => field === key)
}

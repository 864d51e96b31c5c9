import type { WrittenTerm } from '../model/case.js'
import type { Facet, Taxonomy } from '../model/taxonomy.js'

/** What the front matter says of each facet, as written, in the order of the taxonomy. */
export function readTerms(values: Readonly<Record<string, unknown>>, taxonomy: Taxonomy): WrittenTerm[] {
  const terms: WrittenTerm[] = []
  for (const facet of taxonomy.facets.values()) {
    const value = values[facet.field]
    if (value !== undefined) addTerms(facet, value, terms)
  }
  return terms
}

function addTerms(facet: Facet, value: unknown, terms: WrittenTerm[]): void {
  const pointer = `/${facet.field}`
  if (typeof value === 'string') terms.push({ facet: facet.id, value, pointer })
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      if (typeof item === 'string') terms.push({ facet: facet.id, value: item, pointer: `${pointer}/${i}` })
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [level, { field }] of facet.levels.entries()) {
      const item = field === undefined ? undefined : (value as Record<string, unknown>)[field]
      if (field !== undefined && typeof item === 'string') {
        terms.push({ facet: facet.id, level, value: item, pointer: `${pointer}/${field}` })
      }
    }
  }
}

import type { Language } from '../lib/message.js'
import { labelOf, type Taxonomy } from '../model/taxonomy.js'
import { shownLine } from './shown.js'

const TAG = { en: 'Tags', zh: '标签' } as const

/** The name of a dimension in the user's language, as it may stand between our styles. */
export function dimensionLabel(taxonomy: Taxonomy, dimension: string, language: Language): string {
  const known = taxonomy.dimensions.get(dimension)
  if (known === undefined) return dimension === 'tag' ? TAG[language] : shownLine(dimension)
  return shownLine(labelOf(known, language))
}

/** The name of a term in the user's language; a tag as it is. */
export function termLabel(taxonomy: Taxonomy, dimension: string, value: string, language: Language): string {
  const term = taxonomy.dimensions.get(dimension)?.facet.terms.get(value)
  return shownLine(term === undefined ? value : labelOf(term, language))
}

/** 0.744 → 74%. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

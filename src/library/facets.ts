import type { CaseText } from '../model/case-text.js'
import { pathOf, type Taxonomy, type Term } from '../model/taxonomy.js'

export { FIXED_DIMENSIONS } from '../model/taxonomy.js'

/** Dimension → the values of one case. Ancestors of a term are implied: they fill the upper levels. */
export type FacetValues = Readonly<Record<string, readonly string[]>>

/** The terms that a case names, resolved: aliases count as their term, unknown ones are left out. */
export function termsOfCase(found: Pick<CaseText, 'terms'>, taxonomy: Taxonomy): Term[] {
  const terms: Term[] = []
  for (const written of found.terms) {
    const resolved = taxonomy.resolve(written.facet, written.value, written.level)
    if (resolved.kind !== 'unknown') terms.push(resolved.term)
  }
  return terms
}

/** What filters and counts see of a case. */
export function facetsOf(
  found: Omit<CaseText, 'body'>,
  taxonomy: Taxonomy,
  defaultAudience: string,
): FacetValues {
  const values: Record<string, string[]> = Object.create(null)
  const add = (dimension: string, value: string): void => {
    const list = values[dimension]
    if (list === undefined) values[dimension] = [value]
    else if (!list.includes(value)) list.push(value)
  }
  add('status', found.status)
  add('kind', found.kind)
  add('language', found.language)
  add('audience', found.audience ?? defaultAudience)
  for (const tag of found.tags) add('tag', tag)
  for (const term of termsOfCase(found, taxonomy)) {
    const levels = taxonomy.facets.get(term.facet)?.levels ?? []
    for (const step of pathOf(term)) {
      const level = levels[step.level]
      if (level !== undefined) add(level.id, step.id)
    }
  }
  return values
}

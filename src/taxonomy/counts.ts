import { termsOfCase } from '../library/facets.js'
import type { Library } from '../library/library.js'
import { type Facet, pathOf, type Term } from '../model/taxonomy.js'

/** How many living cases one facet and its terms have. */
export interface FacetCounts {
  readonly facet: Facet
  /** Cases that name any term of the facet. */
  readonly cases: number
  /** Cases that name the term or one below it, each counted once. */
  of(term: Term): number
}

/** Counts the cases outside the archive folder. */
export function countCases(library: Library, facets: Iterable<Facet>): FacetCounts[] {
  const terms = new Map<Term, number>()
  const totals = new Map<string, number>()
  for (const found of library.cases) {
    if (found.archived) continue
    const named = termsOfCase(found, library.taxonomy)
    for (const term of new Set(named.flatMap(pathOf))) terms.set(term, (terms.get(term) ?? 0) + 1)
    for (const facet of new Set(named.map(term => term.facet))) {
      totals.set(facet, (totals.get(facet) ?? 0) + 1)
    }
  }
  return [...facets].map(facet => ({
    facet,
    cases: totals.get(facet.id) ?? 0,
    of: term => terms.get(term) ?? 0,
  }))
}

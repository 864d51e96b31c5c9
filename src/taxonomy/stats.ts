import type { Facet, Term } from '../model/taxonomy.js'
import type { FacetCounts } from './counts.js'

/** From this share of its cap on, a node has too little room for new classes: a fifth stays free. */
const FULL_SHARE = 0.8

/** A catch-all with more than this share of its facet's cases says that terms are missing. */
const OTHER_SHARE = 0.2

/** A node whose children come near their cap. */
export interface FullNode {
  /** Undefined for the top of the facet. */
  readonly term?: Term
  readonly children: number
  readonly cap: number
}

/** A catch-all term that holds too many cases. */
export interface FullOther {
  readonly term: Term
  readonly cases: number
  /** Of the facet's cases, 0 to 1. */
  readonly share: number
}

export interface FacetStats {
  readonly facet: Facet
  readonly terms: number
  readonly cases: number
  /** Terms that no living case names, nor one below. */
  readonly unused: readonly Term[]
  readonly full: readonly FullNode[]
  readonly others: readonly FullOther[]
}

/** What a facet has, and what about it asks for attention. */
export function facetStats(counts: FacetCounts): FacetStats {
  const { facet, cases } = counts
  const terms = [...facet.terms.values()]
  const nodes: FullNode[] = [
    { children: facet.roots.length, cap: facet.cap },
    ...terms.map(term => ({ term, children: term.children.length, cap: term.cap })),
  ]
  const others = terms
    .filter(term => term.other)
    .map(term => ({ term, cases: counts.of(term), share: cases === 0 ? 0 : counts.of(term) / cases }))
  return {
    facet,
    terms: terms.length,
    cases,
    unused: terms.filter(term => counts.of(term) === 0),
    full: nodes.filter(({ children, cap }) => children >= FULL_SHARE * cap),
    others: others.filter(({ share }) => share > OTHER_SHARE),
  }
}

import type { Problem } from '../model/case.js'
import type { TaxonomyData, TermData } from '../model/taxonomy.js'
import { fixedCheck } from './fixed-check.js'
import { readTaxonomy } from './read-taxonomy.js'
import { readSettings } from './settings.js'

/** A replacement in the text of a taxonomy. */
export interface TaxonomyMend {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * What can be put right in a taxonomy without asking what a term means: a retired term that points to
 * another retired one points on to where that one leads. Everything else is left as a problem.
 */
export function mendTaxonomy(text: string): { mends: TaxonomyMend[]; left: readonly Problem[] } {
  const { problems } = readTaxonomy(text)
  const data = readSettings<TaxonomyData>(text, fixedCheck('taxonomy'), ['version', 'facets']).value
  const mends: TaxonomyMend[] = []
  const left = problems.filter(({ code, args, at }) => {
    const terms = code === 'retiredUse' ? termsOf(data, String(args['facet'])) : undefined
    const target = terms === undefined ? undefined : inForce(terms, String(args['use']))
    if (target === undefined || at === undefined) return true
    mends.push({ start: at.start, end: at.end, text: target })
    return false
  })
  return { mends, left }
}

function termsOf(data: TaxonomyData | undefined, facet: string): Map<string, TermData> {
  const all = new Map<string, TermData>()
  const add = (terms: readonly TermData[]): void => {
    for (const term of terms) {
      all.set(term.id, term)
      add(term.terms ?? [])
    }
  }
  add(data?.facets[facet]?.terms ?? [])
  return all
}

/** Where a chain of retired terms leads; undefined where it ends nowhere or goes round. */
function inForce(terms: ReadonlyMap<string, TermData>, from: string): string | undefined {
  const seen = new Set<string>()
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const term = terms.get(at)
    if (term !== undefined && term.retired === undefined) return at
    at = term?.retired?.use
  }
  return undefined
}

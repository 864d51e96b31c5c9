import { addTo } from '../lib/groups.js'
import { foldKey } from '../lib/text.js'
import { termsOfCase } from '../library/facets.js'
import type { Library } from '../library/library.js'
import type { Case } from '../model/case.js'
import { isLiving, isSuperseding } from './living.js'

/** The facet that says what a case is about. */
const PRODUCT = 'product'

/** Of more cases with one code, each is compared with this many after it: such a code names no single fault. */
const MOST_COMPARED = 20

/** An error code on a product, and the cases that name both. */
export interface Fault {
  /** Folded. */
  readonly code: string
  readonly cases: readonly Case[]
}

/** The living cases of one kind and language that name the same product and code. */
export function* byFault({ cases, taxonomy }: Library): Iterable<Fault> {
  const groups = new Map<string, Case[]>()
  for (const found of cases) {
    if (found.errorCodes.length === 0 || !isLiving(found)) continue
    const products = termsOfCase(found, taxonomy).filter(term => term.facet === PRODUCT)
    if (products.length === 0) continue
    const product = products.map(term => term.id).join(' ')
    for (const code of new Set(found.errorCodes.map(foldKey))) {
      addTo(groups, [code, found.kind, found.language.toLowerCase(), product].join('\n'), found)
    }
  }
  for (const [key, named] of groups) {
    const code = key.slice(0, key.indexOf('\n'))
    if (named.length > 1) yield { code, cases: named }
  }
}

export function* pairsOf(cases: readonly Case[]): Iterable<readonly [Case, Case]> {
  for (const [i, one] of cases.entries()) {
    for (const other of cases.slice(i + 1, i + 1 + MOST_COMPARED)) yield [one, other]
  }
}

/** False where the authors have said how the two go together, or when each of them holds. */
export function mayContradict(one: Case, other: Case): boolean {
  if (one.id === other.id || isSuperseding(one, other)) return false
  if (one.related.includes(other.id) || other.related.includes(one.id)) return false
  if (one.causes.length > 0 && other.causes.length > 0) return false
  return !saysOther(one.productVersions, other.productVersions) && !saysOther(one.regions, other.regions)
}

function saysOther(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  return [...a].sort().join('\n') !== [...b].sort().join('\n')
}

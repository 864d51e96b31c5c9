import { compareVersions, isVersion } from '../lib/version.js'
import type { Case } from '../model/case.js'
import type { Products, ProductVersion } from '../model/products.js'
import { pathOf, type Taxonomy } from '../model/taxonomy.js'
import { termsOfCase } from './facets.js'

/** What `review_when` says: the case is to be read again once a product has such a version. */
export interface ReviewCondition {
  /** Term id of a product; `product` is the case's own. */
  readonly product: string
  readonly operator: Operator
  readonly version: string
}

const OPERATORS = ['>=', '<=', '>', '<', '='] as const
type Operator = (typeof OPERATORS)[number]

/** The word that stands for the case's own product. */
export const OWN_PRODUCT = 'product'

/** `product>=3.2`, `home-router > 2.1`; undefined for anything else. */
export function readCondition(text: string): ReviewCondition | undefined {
  const match = /^\s*([^\s<>=]+)\s*(>=|<=|>|<|==?)\s*(\S+)\s*$/.exec(text)
  if (match === null) return undefined
  const [, product = '', written = '', version = ''] = match
  const operator = OPERATORS.find(one => one === (written === '==' ? '=' : written))
  return operator === undefined || !isVersion(version) ? undefined : { product, operator, version }
}

/** Whether a version is such a one. */
export function holds({ operator, version }: ReviewCondition, now: string): boolean {
  const order = compareVersions(now, version)
  switch (operator) {
    case '>=':
      return order >= 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '<':
      return order < 0
    case '=':
      return order === 0
  }
}

/** The product that a condition means and its version; undefined where `products.yml` does not have it. */
export function productMeant(
  { product }: ReviewCondition,
  own: readonly string[],
  products: Products,
): { readonly id: string; readonly now: ProductVersion } | undefined {
  for (const id of product === OWN_PRODUCT ? own : [product]) {
    const now = products.get(id)
    if (now !== undefined) return { id, now }
  }
  return undefined
}

/** Term ids of a case's product, the nearest first: a module, then the product that it belongs to. */
export function ownProducts(found: Case, taxonomy: Taxonomy): string[] {
  const terms = termsOfCase(found, taxonomy).filter(({ facet }) => facet === OWN_PRODUCT)
  const paths = terms.map(pathOf).sort((a, b) => b.length - a.length)
  return [...new Set(paths.flatMap(path => [...path].reverse().map(({ id }) => id)))]
}

import { termsOfCase } from '../library/facets.js'
import type { Case, WrittenTerm } from '../model/case.js'
import { pathOf } from '../model/taxonomy.js'
import { exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { defineRule, NO_OPTIONS, type Rule, type Settings } from './rule.js'

/** The facet whose terms the charter lists. */
const PRODUCT = 'product'

const CHARTER = 'charter: { products: [home-router] }\n'

export const charterScope: Rule = defineRule({
  id: 'charter-scope',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'A case is about a product of the charter, or says why it belongs here all the same.',
    zh: '案例涉及章程范围内的产品，否则说明收录的理由。',
  },
  why: {
    en: 'A library that takes in everything is soon kept by nobody. `charter.products` in the configuration says which products it answers for. Correct `product.name`, give the reason in `scope_exception`, or extend the charter.',
    zh: '什么都收的案例库，很快就没人维护了。配置中的 `charter.products` 说明案例库负责哪些产品。请更正 `product.name`，或在 `scope_exception` 中写明理由，或扩大章程范围。',
  },
  messages: {
    outside: {
      en: 'The product `{product}` is outside the charter ({products}). Correct it, or say in `scope_exception` why the case belongs here.',
      zh: '产品 `{product}` 不在章程范围内（{products}）。请更正，或在 `scope_exception` 中说明收录理由。',
    },
    needless: {
      en: 'The product `{product}` is within the charter. Remove `scope_exception`.',
      zh: '产品 `{product}` 在章程范围内。请删除 `scope_exception`。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: { 'casectl.config.yml': CHARTER, 'cases/a.md': exampleCase() },
    bad: {
      'casectl.config.yml': CHARTER,
      'cases/a.md': exampleCase({ product: '{ name: pos-terminal, module: pos-network }' }),
    },
  },
  mayFind({ case: { terms, scopeException }, library: { config, taxonomy } }) {
    const { products } = config.charter
    if (products.length === 0) return false
    const named = taxonomy.facets.get(PRODUCT)?.terms
    const isWithin = ({ facet, value, level }: WrittenTerm): boolean =>
      facet === PRODUCT && products.includes(value) && (level ?? 0) === named?.get(value)?.level
    return scopeException !== undefined || !terms.some(isWithin)
  },
  *check({ case: found, file, library }) {
    const { products } = library.config.charter
    const scope = products.length === 0 ? undefined : judge(found, library)
    if (scope === undefined) return
    const { product, within } = scope
    if (within && found.scopeException !== undefined) {
      const at = found.fields.get('/scope_exception')?.key
      yield { code: 'needless', args: { product }, at, severity: 'note' }
    } else if (!within && found.scopeException === undefined && !isRefused(file, '/scope_exception')) {
      const at = found.fields.get(found.terms.find(term => term.facet === PRODUCT)?.pointer ?? '')?.value
      yield { code: 'outside', args: { product, products: products.join(', ') }, at }
    }
  },
})

/** The product of a case and whether the charter has it; undefined when the taxonomy knows none. */
function judge(found: Case, library: Settings): { product: string; within: boolean } | undefined {
  const terms = termsOfCase(found, library.taxonomy).filter(term => term.facet === PRODUCT)
  const product = terms[0]
  if (product === undefined) return undefined
  const named = new Set(terms.flatMap(pathOf).map(term => term.id))
  return { product: product.id, within: library.config.charter.products.some(id => named.has(id)) }
}

import { foldKey } from '../lib/text.js'
import type { FacetData, Labels, TaxonomyData, TermData } from '../model/taxonomy.js'
import { CATEGORY } from './starter-category.js'
import { FAULT_TYPE, URGENCY } from './starter-facets.js'

/** Longest label and longest id part made of a typed name, in code points. */
const MAX_LABEL = 120
const MAX_ID = 40

/** The product that every starter taxonomy has: cases about no product in particular. */
const GENERAL: TermData = {
  id: 'general',
  labels: { zh: '通用', en: 'General' },
  terms: [
    { id: 'general-device', labels: { zh: '设备', en: 'Device' } },
    { id: 'general-network', labels: { zh: '网络连接', en: 'Network connection' } },
    { id: 'general-software', labels: { zh: '软件', en: 'Software' } },
    { id: 'general-service', labels: { zh: '服务', en: 'Service' } },
  ],
}

/** The terms under which the example case stands. */
export const EXAMPLE_TERMS = {
  product: 'general',
  module: 'general-network',
  category: 'no-connection',
  faultType: 'configuration',
  urgency: 'medium',
} as const

/**
 * The taxonomy to start with: category, product, fault type, urgency. Product names as the user
 * typed them become terms with one module each; empty and repeated names count for nothing.
 */
export function starterTaxonomy(products: readonly string[]): TaxonomyData {
  return {
    facets: { category: CATEGORY, product: productFacet(products), fault_type: FAULT_TYPE, urgency: URGENCY },
  }
}

function productFacet(names: readonly string[]): FacetData {
  return {
    labels: { zh: '产品', en: 'Product' },
    field: 'product',
    required: true,
    levels: [
      { id: 'product', field: 'name', labels: { zh: '产品', en: 'Product' } },
      { id: 'module', field: 'module', labels: { zh: '模块', en: 'Module' } },
    ],
    terms: [...productTerms(names), GENERAL],
  }
}

function productTerms(names: readonly string[]): TermData[] {
  const general = [GENERAL.id, GENERAL.labels?.zh, GENERAL.labels?.en].map(name => foldKey(name ?? ''))
  const seen = new Set<string>(['', ...general])
  const used = new Set([GENERAL, ...(GENERAL.terms ?? [])].map(term => term.id))
  const terms: TermData[] = []
  for (const typed of names) {
    const name = typed.replace(/\s+/g, ' ').trim()
    if (seen.has(foldKey(name))) continue
    seen.add(foldKey(name))
    const id = freeId(name, used)
    terms.push({
      id,
      labels: labelsOf(name),
      terms: [{ id: `${id}-whole`, labels: { zh: '整体', en: 'Whole product' } }],
    })
  }
  return terms
}

function labelsOf(name: string): Labels {
  const label = [...name].slice(0, MAX_LABEL).join('')
  return /\p{Script=Han}/u.test(label) ? { zh: label } : { en: label }
}

/**
 * A term id out of a name: lower-case letters and digits of any script, joined by hyphens; and
 * neither it nor its module's id taken before.
 */
function freeId(name: string, used: Set<string>): string {
  const joined = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
  const base =
    [...joined]
      .slice(0, MAX_ID)
      .join('')
      .replace(/^-+|-+$/g, '') || 'product'
  let id = base
  for (let n = 2; used.has(id) || used.has(`${id}-whole`); n++) id = `${base}-${n}`
  used.add(id).add(`${id}-whole`)
  return id
}

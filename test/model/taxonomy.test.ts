import { describe, expect, test } from 'vitest'
import { labelOf, namesOf, pathOf, Taxonomy, type TaxonomyData } from '../../src/model/taxonomy.js'

const data: TaxonomyData = {
  facets: {
    category: {
      required: true,
      cap: 3,
      levels: [{ id: 'industry' }, { id: 'scenario', labels: { zh: '场景' } }],
      terms: [
        {
          id: 'retail',
          labels: { zh: '零售业', en: 'Retail' },
          aliases: ['商超', 'shop'],
          terms: [
            { id: 'checkout', labels: { zh: '收银' }, aliases: ['till'], cap: 7 },
            { id: 'retail-other', labels: { zh: '其他', en: 'Other' }, other: true },
          ],
        },
        { id: 'factory', labels: { en: 'Factory' }, terms: [{ id: 'shop-floor', labels: { zh: '其他' } }] },
      ],
    },
    fault_type: { terms: [{ id: 'config', retired: { use: 'configuration' } }, { id: 'configuration' }] },
    product: { field: 'product', multiple: true, levels: [{ id: 'product', field: 'name' }], terms: [] },
  },
}
const taxonomy = new Taxonomy(data)

describe('resolve', () => {
  const resolved = (facet: string, value: string, level?: number): string => {
    const found = taxonomy.resolve(facet, value, level)
    return found.kind === 'unknown'
      ? `unknown ${found.nearest.join(',')}`.trim()
      : `${found.kind} ${found.term.id}`
  }

  test.each<[string, string, number | undefined, string]>([
    ['category', 'retail', undefined, 'id retail'],
    ['category', 'checkout', undefined, 'id checkout'],
    ['category', 'Retail', undefined, 'alias retail'],
    ['category', '商超', undefined, 'alias retail'],
    ['category', ' ＳＨＯＰ ', undefined, 'alias retail'],
    ['category', '收银', undefined, 'alias checkout'],
    ['category', 'checkout', 1, 'id checkout'],
    ['category', 'checkout', 0, 'unknown'],
    ['category', 'till', 0, 'unknown'],
    ['category', '其他', undefined, 'alias retail-other'],
    ['category', 'chekout', undefined, 'unknown checkout'],
    ['category', 'retial', undefined, 'unknown retail'],
    ['category', '零售', undefined, 'unknown retail'],
    ['category', 'zzzzzz', undefined, 'unknown'],
    ['fault_type', 'config', undefined, 'id config'],
    ['nowhere', 'retail', undefined, 'unknown'],
    ['category', 'constructor', undefined, 'unknown'],
    ['category', '', undefined, 'unknown'],
  ])('%s %j at level %s: %s', (facet, value, level, expected) => {
    expect(resolved(facet, value, level)).toBe(expected)
  })

  test('suggests each term once, at most three', () => {
    const found = taxonomy.resolve('category', 'sho')
    expect(found.kind === 'unknown' ? found.nearest : []).toEqual(['retail', 'shop-floor'])
  })
})

test('a term knows its level, parent, children, cap and whether it is retired', () => {
  const terms = taxonomy.facets.get('category')?.terms
  const checkout = terms?.get('checkout')
  expect(checkout).toMatchObject({ level: 1, cap: 7, other: false, facet: 'category' })
  expect(checkout?.parent?.id).toBe('retail')
  expect(terms?.get('retail')?.children.map(term => term.id)).toEqual(['checkout', 'retail-other'])
  expect(terms?.get('retail')?.cap).toBe(3)
  expect(taxonomy.facets.get('fault_type')?.terms.get('config')?.retired).toEqual({ use: 'configuration' })
  expect(checkout === undefined ? [] : pathOf(checkout).map(term => term.id)).toEqual(['retail', 'checkout'])
  expect(checkout === undefined ? [] : namesOf(checkout)).toEqual(['checkout', '收银', 'till'])
})

test('terms stand in the order of the tree', () => {
  expect([...(taxonomy.facets.get('category')?.terms.keys() ?? [])]).toEqual([
    'retail',
    'checkout',
    'retail-other',
    'factory',
    'shop-floor',
  ])
})

test('every level is a dimension; a facet without levels is one, its underscores hyphens', () => {
  expect([...taxonomy.dimensions.keys()]).toEqual(['industry', 'scenario', 'fault-type', 'product'])
  expect(taxonomy.dimensions.get('scenario')).toMatchObject({ level: 1, labels: { zh: '场景' } })
})

test('what a facet does not say has a default', () => {
  expect(taxonomy.facets.get('fault_type')).toMatchObject({
    field: 'fault_type',
    required: false,
    multiple: false,
    cap: 20,
  })
  expect(taxonomy.facets.get('category')).toMatchObject({ required: true, cap: 3 })
  expect(taxonomy.facets.get('product')).toMatchObject({ multiple: true })
})

test('a label falls back to the other language, then to the id', () => {
  const id = 'x'
  expect(labelOf({ id, labels: { zh: '零售', en: 'Retail' } }, 'zh')).toBe('零售')
  expect(labelOf({ id, labels: { en: 'Retail' } }, 'zh')).toBe('Retail')
  expect(labelOf({ id, labels: { zh: '零售' } }, 'en')).toBe('零售')
  expect(labelOf({ id, labels: {} }, 'zh')).toBe('x')
})

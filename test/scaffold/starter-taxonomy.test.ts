import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { EXAMPLE_TERMS, starterTaxonomy } from '../../src/scaffold/starter-taxonomy.js'
import { taxonomyYaml } from '../../src/scaffold/taxonomy-yaml.js'

function readBack(products: readonly string[]): Taxonomy {
  const read = readTaxonomy(taxonomyYaml(starterTaxonomy(products)))
  if (read.value === undefined) throw new Error(JSON.stringify(read.problems))
  return new Taxonomy(read.value)
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

test('the text reads back as the data that it was made of, types and all', () => {
  const data = starterTaxonomy(['空压机', 'POS: "terminal"'])
  const { version, ...rest } = plain(readTaxonomy(taxonomyYaml(data)).value) as Record<string, unknown>
  expect(version).toBe(1)
  expect(rest).toEqual(plain(data))
})

test('every term has a name in both languages, and no name leads to two terms', () => {
  for (const facet of readBack([]).facets.values()) {
    const seen = new Map<string, string>()
    for (const term of facet.terms.values()) {
      expect([term.id, term.labels.zh, term.labels.en]).not.toContain(undefined)
      for (const name of [term.labels.zh, term.labels.en, ...term.aliases]) {
        expect([name, seen.get(name ?? '') ?? term.id]).toEqual([name, term.id])
        seen.set(name ?? '', term.id)
      }
    }
  }
})

test('there are the dimensions of the filters, and four urgencies', () => {
  const taxonomy = readBack([])
  expect([...taxonomy.dimensions.keys()]).toEqual([
    'industry',
    'scenario',
    'problem-type',
    'product',
    'module',
    'fault-type',
    'urgency',
  ])
  expect([...(taxonomy.facets.get('urgency')?.terms.keys() ?? [])]).toEqual([
    'critical',
    'high',
    'medium',
    'low',
  ])
})

test('typed products become terms that their name finds, each with a module', () => {
  const taxonomy = readBack(['空压机', 'POS  Terminal 3', 'POS-terminal 3', 'general', ''])
  const roots = taxonomy.facets.get('product')?.roots ?? []
  expect(roots.map(term => [term.id, term.children.length > 0])).toEqual([
    ['空压机', true],
    ['pos-terminal-3', true],
    ['pos-terminal-3-2', true],
    ['general', true],
  ])
  expect(taxonomy.resolve('product', 'POS Terminal 3', 0)).toMatchObject({
    kind: 'alias',
    term: { id: 'pos-terminal-3' },
  })
})

test('any product names give a valid taxonomy that holds the terms of the example', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', 'ー', 'É', '-', '.', 'general', ' ', '/') }),
  )
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), products => {
      const taxonomy = readBack(products)
      const { category, product, module, faultType, urgency } = EXAMPLE_TERMS
      expect(taxonomy.resolve('category', category, 2).kind).toBe('id')
      expect(taxonomy.resolve('product', product, 0).kind).toBe('id')
      expect(taxonomy.resolve('product', module, 1).kind).toBe('id')
      expect(taxonomy.resolve('fault_type', faultType).kind).toBe('id')
      expect(taxonomy.resolve('urgency', urgency).kind).toBe('id')
    }),
    { numRuns: 150 },
  )
})

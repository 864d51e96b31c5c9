import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { unusedTerm } from '../../src/rules/unused-term.js'
import { findings } from './lint-text.js'

const RULE = 'unused-term'

const TAXONOMY = `facets:
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms:
      - { id: home-router, terms: [{ id: rt-wifi }, { id: rt-mesh }] }
      - { id: pos-terminal, terms: [{ id: pos-printer }] }
  category: { terms: [{ id: frequent-drops }, { id: old-drops, retired: { use: frequent-drops } }] }
  fault_type: { multiple: true, terms: [{ id: configuration }, { id: other-fault, other: true }] }
  urgency: { terms: [{ id: medium, aliases: [P3] }] }
`

const unused = (files: Record<string, string>) =>
  findings(RULE, { 'taxonomy.yml': TAXONOMY, ...files }).map(
    ({ code, args, path, severity }) => `${code} ${args['facet']}/${args['term']} ${path} ${severity}`,
  )

test('terms that no case uses are notes on the taxonomy, the uppermost of each branch', () => {
  expect(unused({ 'cases/a.md': exampleCase({ urgency: 'P3' }) })).toEqual([
    'unused product/pos-terminal taxonomy.yml note',
    'unused product/rt-mesh taxonomy.yml note',
  ])
})

test('archived cases use them as well', () => {
  const archived = exampleCase({ status: 'archived', product: '{ name: home-router, module: rt-mesh }' })
  expect(unused({ 'cases/a.md': exampleCase(), 'archive/b.md': archived })).toEqual([
    'unused product/pos-terminal taxonomy.yml note',
  ])
})

test('an empty library says nothing of its terms', () => {
  expect(unused({})).toEqual([])
})

test('the rule is on in the strict preset only', () => {
  expect(unusedTerm.preset).toBe('strict')
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { briefly } from './parsing.js'

const problemsOf = (text: string): string[] => briefly(readTaxonomy(text).problems)

/** A facet of two levels with these terms. */
const facet = (terms: string): string =>
  `facets:\n  category:\n    levels: [{ id: a }, { id: b }]\n    terms:\n${terms.replace(/^/gm, '      ')}\n`

describe('what is refused, at its place', () => {
  test.each([
    ['', 'missingField 1:1'],
    ['facet: {}', 'missingField 1:1'],
    ['facets: []', 'type 1:9'],
    ['facets: { Category: { terms: [] } }', 'form 1:9'],
    ['facets: { a: { term: [] } }', 'missingField 1:11'],
    ['facets: { a: { terms: [{ label: x }] } }', 'missingField 1:24'],
    ['facets: { a: { terms: [{ id: Up }] } }', 'form 1:30'],
    ['facets: { a: { terms: [{ id: a b }] } }', 'form 1:30'],
    ['facets: { a: { terms: [{ id: x, cap: 0 }] } }', 'limit 1:38'],
    ['facets: { a: { terms: [{ id: x, labels: { de: y } }] } }', 'unknownKey 1:43'],
    ['facets: { a: { terms: [{ id: x, aliases: [y, y] }] } }', 'repeated 1:42'],
    ['facets: { a: { required: maybe, terms: [] } }', 'type 1:26'],
    ['facets: { a: { levels: [], terms: [] } }', 'limit 1:24'],
    ['facets: { a: { terms: [], terms: [] } }', 'duplicate 1:27'],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toContain(expected)
  })

  test.each([
    ['an id twice', '- id: x\n- id: y\n  terms:\n    - id: x', 'repeatedTerm 8:17'],
    [
      'a term below the last level',
      '- id: x\n  terms:\n    - id: y\n      terms: [{ id: z }]',
      'tooDeep 8:27',
    ],
    ['a retired term that leads nowhere', '- { id: x, retired: { use: q } }', 'retiredUse 5:34'],
    ['a retired term that leads to itself', '- { id: x, retired: { use: x } }', 'retiredUse 5:34'],
    [
      'a retired term that leads to another retired one',
      '- { id: x, retired: { use: y } }\n- { id: y, retired: {} }',
      'retiredUse 5:34',
    ],
    ['an alias that is the id of another term', '- { id: x, aliases: [Y] }\n- id: y', 'repeatedName 6:13'],
    [
      'an alias of two terms',
      '- { id: x, aliases: [ｖ] }\n- { id: y, aliases: [w, V] }',
      'repeatedName 6:31',
    ],
  ])('%s', (_, terms, expected) => {
    expect(problemsOf(facet(terms))).toEqual([expected])
  })

  test.each([
    [
      'two levels of one name',
      'facets:\n  a: { levels: [{ id: x }], terms: [] }\n  b: { levels: [{ id: y }, { id: x }], terms: [] }\n',
      'repeatedLevel 3:34',
    ],
    [
      'a level named like another facet',
      'facets:\n  a: { levels: [{ id: b }], terms: [] }\n  b: { terms: [] }\n',
      'repeatedLevel 3:6',
    ],
    ['a facet named like a fixed filter', 'facets: { tag: { terms: [] } }', 'reservedLevel 1:16'],
    [
      'a level named like a fixed filter',
      'facets: { a: { levels: [{ id: status }], terms: [] } }',
      'reservedLevel 1:31',
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expected])
  })

  test('every problem is found, not only the first', () => {
    expect(problemsOf(facet('- id: x\n- id: x\n- { id: y, retired: { use: z } }'))).toHaveLength(2)
  })
})

describe('what passes', () => {
  test('the sample taxonomy', () => {
    const read = readTaxonomy(readFileSync('taxonomy.yml', 'utf8'))
    expect(read.problems).toEqual([])
    expect(Object.keys(read.value?.facets ?? {})).toContain('category')
  })

  test.each([
    ['no facets at all', 'facets: {}'],
    [
      'labels that repeat from branch to branch',
      facet('- { id: x, labels: { zh: 其他 } }\n- { id: y, labels: { zh: 其他 } }'),
    ],
    ['an alias that repeats its own id', facet('- { id: x, aliases: [X] }')],
    ['Chinese ids', facet('- id: 制造业\n- id: 零售-1.2_b')],
    ['one alias in two facets', 'facets: { a: { terms: [{ id: x }] }, b: { terms: [{ id: x }] } }'],
    [
      'a retired term with a successor',
      facet('- { id: x, retired: { use: y } }\n- id: y\n- { id: z, retired: {} }'),
    ],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([])
  })

  test('numbers and truths are read as such', () => {
    expect(
      readTaxonomy('facets: { a: { required: true, cap: 5, terms: [{ id: 2024, other: false }] } }').value,
    ).toEqual({
      facets: { a: { required: true, cap: 5, terms: [{ id: '2024', other: false }] } },
    })
  })
})

import { describe, expect, test } from 'vitest'
import { CasectlError } from '../../src/lib/errors.js'
import { facetsOf, termsOfCase } from '../../src/library/facets.js'
import { type Filters, matches, resolveFilters } from '../../src/library/filter.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import { caseOf, caseParser, caseText } from '../parse/parsing.js'

const TAXONOMY = `facets:
  category:
    levels: [{ id: industry }, { id: scenario }, { id: problem-type }]
    terms:
      - id: retail
        labels: { zh: 零售业, en: Retail }
        aliases: [商超]
        terms:
          - id: checkout
            terms: [{ id: payment-failure, aliases: [刷卡失败] }, { id: printing }]
      - id: factory
  product:
    levels: [{ id: product, field: name }, { id: module, field: module }]
    terms: [{ id: pos, aliases: [收银机], terms: [{ id: printer }] }, { id: router }]
  fault_type:
    multiple: true
    terms: [{ id: configuration }, { id: hardware }]
`
const taxonomy = new Taxonomy(readTaxonomy(TAXONOMY).value ?? { facets: {} })
const parser = caseParser({ taxonomy: TAXONOMY })
const found = (lines: string) => caseOf(parser.parseText('cases/a.md', caseText(lines)))
const facets = (lines: string) => ({ ...facetsOf(found(lines), taxonomy, 'internal') })

describe('what filters see of a case', () => {
  const FIXED = { status: ['draft'], kind: ['case'], language: ['en'], audience: ['internal'] }

  test.each<[string, string, Record<string, string[]>]>([
    ['the fixed fields', '', {}],
    ['an audience of its own', 'audience: public\n', { audience: ['public'] }],
    ['tags', 'tags: [a, B]\n', { tag: ['a', 'B'] }],
    [
      'a term and its ancestors',
      'category: payment-failure\n',
      { industry: ['retail'], scenario: ['checkout'], 'problem-type': ['payment-failure'] },
    ],
    ['a term at the top of its tree', 'category: factory\n', { industry: ['factory'] }],
    [
      'an alias as its term',
      'category: 刷卡失败\n',
      { industry: ['retail'], scenario: ['checkout'], 'problem-type': ['payment-failure'] },
    ],
    [
      'terms by level, each value once',
      'product: { name: 收银机, module: printer }\n',
      { product: ['pos'], module: ['printer'] },
    ],
    [
      'several terms of one facet',
      'fault_type: [configuration, hardware]\n',
      { 'fault-type': ['configuration', 'hardware'] },
    ],
    ['no unknown term', 'category: nowhere\nproduct: { name: printer }\n', {}],
  ])('%s', (_, lines, expected) => {
    expect(facets(lines)).toEqual({ ...FIXED, ...expected })
  })

  test('the terms of a case are those it names, without ancestors', () => {
    expect(
      termsOfCase(found('category: printing\nfault_type: hardware\n'), taxonomy).map(({ id }) => id),
    ).toEqual(['printing', 'hardware'])
  })
})

describe('what a user types', () => {
  const resolve = (filters: Filters) => ({ ...resolveFilters(filters, taxonomy) })

  test.each<[Filters, Filters]>([
    [{ industry: ['零售业'] }, { industry: ['retail'] }],
    [{ industry: ['RETAIL', '商超', 'factory'] }, { industry: ['retail', 'retail', 'factory'] }],
    [{ product: ['收银机'] }, { product: ['pos'] }],
    [{ status: [' Published'] }, { status: ['published'] }],
    [{ kind: ['FAQ'] }, { kind: ['faq'] }],
    [{ tag: ['Any Tag'] }, { tag: ['Any Tag'] }],
    [{ language: ['zh'] }, { language: ['zh'] }],
    [{ status: [] }, {}],
    [{}, {}],
  ])('%j means %j', (typed, expected) => {
    expect(resolve(typed)).toEqual(expected)
  })

  const refusal = (filters: Filters): string[] => {
    try {
      resolve(filters)
    } catch (error) {
      if (error instanceof CasectlError) return [error.code, error.text.en, error.hint?.en ?? '']
      throw error
    }
    return []
  }

  test.each<[Filters, string, string]>([
    [{ status: ['publish'] }, '--status: the library knows no "publish".', 'Did you mean published?'],
    [{ kind: ['x'] }, '--kind: the library knows no "x".', 'Known: case, sop, faq'],
    [{ industry: ['retial'] }, '--industry: the library knows no "retial".', 'Did you mean retail?'],
    [
      { industry: ['checkout'] },
      '--industry: the library knows no "checkout".',
      'See `casectl taxonomy` for the terms.',
    ],
    [{ module: ['pos'] }, '--module: the library knows no "pos".', 'See `casectl taxonomy` for the terms.'],
    [{ industri: ['a'] }, '--facet: the library knows no "industri".', 'Did you mean industry?'],
  ])('%j is refused with suggestions', (typed, text, hint) => {
    expect(refusal(typed)).toEqual(['unknown-filter', text, hint])
  })

  test.each(['constructor', 'toString', '__proto__', 'valueOf'])(
    'a dimension named %s is unknown, no crash',
    name => {
      expect(refusal(Object.fromEntries([[name, ['x']]]))[0]).toBe('unknown-filter')
    },
  )
})

describe('matching', () => {
  const values = facets('category: payment-failure\ntags: [ＶＰＮ, 停机]\naudience: public\n')
  const zh = { language: ['zh-CN'] }

  test.each<[Record<string, readonly string[]>, Filters, boolean]>([
    [values, {}, true],
    [values, { industry: ['retail'] }, true],
    [values, { industry: ['factory'] }, false],
    [values, { industry: ['factory', 'retail'] }, true],
    [values, { industry: ['retail'], status: ['published'] }, false],
    [values, { industry: ['retail'], status: ['draft'] }, true],
    [values, { product: ['pos'] }, false],
    [values, { tag: ['vpn'] }, true],
    [values, { tag: ['vp'] }, false],
    [zh, { language: ['zh'] }, true],
    [zh, { language: ['ZH-cn'] }, true],
    [zh, { language: ['zh-TW'] }, false],
    [zh, { language: ['z'] }, false],
    [{ language: ['zh'] }, { language: ['zh-CN'] }, false],
    [{}, { constructor: ['x'] }, false],
  ])('%j meets %j: %s', (has, filters, expected) => {
    expect(matches(has, filters)).toBe(expected)
  })
})

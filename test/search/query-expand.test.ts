import { describe, expect, test } from 'vitest'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import type { LoweredClause, LoweredQuery } from '../../src/search/lowered.js'
import { lowerQuery } from '../../src/search/query-lower.js'
import { parseQuery } from '../../src/search/query-parse.js'
import { vocabularyOf } from './memory-vocabulary.js'

const taxonomy = new Taxonomy({
  facets: {
    product: {
      terms: [
        {
          id: 'ac',
          labels: { zh: '空压机', en: 'Air compressor' },
          aliases: ['空气压缩机', '螺杆空压机'],
        },
        { id: 'checkout', labels: { zh: '收银台', en: 'Checkout' }, aliases: ['till'] },
      ],
    },
  },
})
const EXPANSIONS = buildExpansions(taxonomy, {
  equal: [
    ['停机', '宕机', 'shutdown'],
    ['漏油', 'oil leak'],
    ['泵', 'pump'],
  ],
  associations: { 停机: ['断料', '从未见过'] },
})

const TEXTS = [
  '空压机停机',
  '空气压缩机 宕机，螺杆机，泵体漏油',
  'air compressor shutdown after an oil leak',
  'pump and checkout will not open',
  '生产线断料',
  '收银台',
]

const lower = (typed: string): Promise<LoweredQuery> =>
  lowerQuery(parseQuery(typed), vocabularyOf(...TEXTS), EXPANSIONS)
const added = async (typed: string): Promise<LoweredClause[]> =>
  (await lower(typed)).clauses.filter(({ origin }) => !['typed', 'part', 'correction'].includes(origin))
const names = async (typed: string): Promise<string[]> => [
  ...new Set((await added(typed)).map(({ origin, name }) => `${origin} ${name}`)),
]

describe('which names are found', () => {
  test.each<[string, string, string[]]>([
    ['inside a run', '那台停机了', ['synonym 宕机', 'synonym shutdown', 'association 断料']],
    ['words in another inflection', 'shutdowns', ['synonym 停机', 'synonym 宕机']],
    ['several words', 'oil leaks', ['synonym 漏油']],
    ['several words with punctuation between them', 'oil, leaks', []],
    ['part of a word', 'turnshutdown', []],
    ['a name of one character as a run of its own', '泵', ['synonym pump']],
    ['a name of one character inside a run', '水泵', []],
    ['to a name of one character', 'pump', ['synonym 泵']],
    ['two names', '停机 漏油', ['synonym 宕机', 'synonym shutdown', 'association 断料', 'synonym oil leak']],
    ['what the query names itself', '停机 宕机', ['synonym shutdown', 'association 断料']],
    ['not the other way of an association', '断料', []],
    ['names that no case can hold are not asked', '收银台', ['taxonomy Checkout']],
    // Whatever holds 螺杆空压机 holds 空压机.
    ['not longer names', '空压机', ['taxonomy Air compressor', 'taxonomy 空气压缩机']],
  ])('%s: %s', async (_, typed, expected) => {
    expect(await names(typed)).toEqual(expected)
  })

  test.each(['"停机"', '+停机', '-停机 x', 'title:停机', '停机*', '停机~1 ', '"oil leak"', '+oil leak'])(
    'nothing is added to what was asked to the letter: %s',
    async typed => {
      expect(await names(typed)).toEqual([])
    },
  )
})

describe('how they are asked', () => {
  test('as optional clauses of the unit that they stand for', async () => {
    const { units } = await lower('那台停机了 leak')
    for (const { presence, unit } of await added('那台停机了 leak')) {
      expect([presence, units[unit]]).toEqual(['optional', '那台停机了'])
    }
  })

  test('a name of two words is shared out between them', async () => {
    const { clauses, units } = await lower('oil leak')
    const own = clauses.filter(({ name }) => name === '漏油')
    expect(own.map(({ unit }) => units[unit])).toEqual(['oil', 'leak'])
    expect(own[0]?.boost).toBe(own[1]?.boost)
  })

  test('all terms of another name weigh less than those of the name that was typed', async () => {
    const vocabulary = vocabularyOf(...TEXTS)
    const idf = async (term: string): Promise<number> => {
      const count = await vocabulary.count(term)
      return Math.log(1 + Math.abs((TEXTS.length - count + 0.5) / (count + 0.5)))
    }
    for (const typed of ['空压机', '停机', 'oil leak', '空气压缩机', 'shutdown^3']) {
      const { clauses } = await lower(typed)
      const mass = async (own: readonly LoweredClause[]): Promise<number> => {
        const parts = await Promise.all(own.map(async ({ term, boost }) => boost * (await idf(term))))
        return parts.reduce((sum, part) => sum + part, 0)
      }
      const literal = await mass(clauses.filter(({ origin }) => origin === 'typed'))
      for (const name of new Set(clauses.flatMap(clause => clause.name ?? []))) {
        expect(await mass(clauses.filter(clause => clause.name === name))).toBeLessThanOrEqual(0.8 * literal)
      }
    }
  })

  test('the surer the two mean the same, the higher; a boost of the word raises them too', async () => {
    const boost = async (typed: string, name: string): Promise<number> =>
      (await added(typed)).find(clause => clause.name === name)?.boost ?? 0
    expect(await boost('停机', '断料')).toBeGreaterThan(0)
    expect(await boost('停机', 'shutdown')).toBeGreaterThan(await boost('停机', '断料'))
    expect(await boost('停机^2', 'shutdown')).toBeCloseTo(2 * (await boost('停机', 'shutdown')), 2)
  })

  test('the names of a term are not asked where every case of the term has them', async () => {
    for (const { fields, origin } of await added('空压机 停机')) {
      expect(fields.includes('facets')).toBe(origin !== 'taxonomy')
    }
  })

  test('no check of the text is needed for them', async () => {
    expect((await lower('空压机 停机 漏油')).checks).toEqual([])
  })

  test('at most 24 terms are added, and the first names of each come first', async () => {
    const groups = Array.from({ length: 12 }, (_, i) => [
      `asked${i}q`,
      `first${i}q`,
      `second${i}q`,
      `third${i}q`,
    ])
    const typed = groups.map(([asked]) => asked).join(' ')
    const { clauses } = await lowerQuery(
      parseQuery(typed),
      vocabularyOf(groups.flat().join(' ')),
      buildExpansions(new Taxonomy({ facets: {} }), { equal: groups }),
    )
    const terms = clauses.filter(({ origin }) => origin === 'synonym').map(({ name }) => name ?? '')
    expect(terms).toHaveLength(24)
    expect(terms.filter(term => term.startsWith('first'))).toHaveLength(12)
    expect(terms.filter(term => term.startsWith('third'))).toEqual([])
  })
})

test('a word that no case has is not corrected where another name is known, and a note says so', async () => {
  const { corrections, notes, clauses } = await lower('till')
  expect(corrections).toEqual([])
  expect(notes).toMatchObject([{ code: 'expanded', args: { word: 'till', names: '收银台, Checkout' } }])
  expect(clauses.map(({ name }) => name)).toContain('Checkout')
  expect((await lower('wilk')).corrections).toMatchObject([{ word: 'wilk', terms: ['will'] }])
})

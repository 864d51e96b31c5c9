import { describe, expect, test } from 'vitest'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { buildExpansions } from '../../src/search/build-expansions.js'
import { NO_EXPANSIONS } from '../../src/search/expansions.js'
import type { LoweredQuery } from '../../src/search/lowered.js'
import { lowerQuery, queryTerms } from '../../src/search/query-lower.js'
import { parseQuery } from '../../src/search/query-parse.js'
import { vocabularyOf, watched } from './memory-vocabulary.js'

const TEXTS = [
  '设备停机，报 E-1203，供气不足',
  '水泵停机 HTTP-429 version 2.1.3',
  'The discharge temperature of the compressor is too high, authentication failed',
  'oil cooler, over-heating, e1203b',
]

const lower = (typed: string): Promise<LoweredQuery> =>
  lowerQuery(parseQuery(typed), vocabularyOf(...TEXTS), NO_EXPANSIONS)

/** Clauses as `+term~1^2 origin unit`. */
async function brief(typed: string): Promise<string[]> {
  const { clauses, units } = await lower(typed)
  return clauses.map(({ term, boost, presence, edits, origin, unit }) => {
    const sign = presence === 'required' ? '+' : presence === 'prohibited' ? '-' : ''
    const suffix = `${edits > 0 ? `~${edits}` : ''}${boost === 1 ? '' : `^${boost}`}`
    return `${sign}${term}${suffix} ${origin} ${unit === -1 ? '-' : units[unit]}`
  })
}

describe('each clause says where it comes from and which unit it speaks for', () => {
  test.each<[string, string[]]>([
    ['设备停机', ['设备 typed 设备停机', '备停 typed 设备停机', '停机 typed 设备停机']],
    ['停', ['停*^0.25 typed 停']],
    ['2015年 停机', ['2015 typed 2015', '停机 typed 停机']],
    ['在ROH中', ['roh typed ROH']],
    ['的 停机', ['停机 typed 停机']],
    ['泵 停机', ['泵*^0.25 typed 泵', '停机 typed 停机']],
    [
      '设备也冷',
      [...['设备', '备也', '也冷'].map(term => `${term} typed 设备也冷`), '冷*^0.25 part 设备也冷'],
    ],
    ['停机也供气', ['停机', '机也', '也供', '供气'].map(term => `${term} typed 停机也供气`)],
    ['停机^2', ['停机^2 typed 停机']],
    ['+停机 -水泵', ['+停机 typed 停机']],
    ['+compressors', ['+compressor typed compressors']],
    ['-compressors', ['-compressor typed -']],
    ['E-1203', ['e-1203 typed E-1203', 'e1203 typed E-1203', '1203 part E-1203']],
    ['E-1203B', ['e1203b typed E-1203B', '1203 part E-1203B']],
    ['http 429', ['http typed http', '429 typed 429', 'http429 typed http']],
    ['temprature', ['tempratur~1^0.5 correction temprature']],
    ['authenticaton', ['authent^0.5 correction authenticaton']],
    ['compresor~1', ['compresor~1 typed compresor']],
    ['zzzzzz', ['zzzzzz typed zzzzzz']],
    ['title:停机 pump', ['停机 typed 停机', 'pump typed pump']],
    ['co*er', ['co*er typed co*er']],
  ])('%s', async (typed, expected) => {
    expect(await brief(typed)).toEqual(expected)
  })

  test('units are what was asked for, in the order of the query, as typed', async () => {
    const { units } = await lower('ＰＵＭＰＳ "oil cooler" -fan 停机E-1203 生产*x the')
    expect(units).toEqual(['PUMPS', 'oil', 'cooler', '停机', 'E-1203', '生产', '*x'])
  })
})

test('runs and phrases are checked in the text, with the terms that need the proof', async () => {
  const checks = async (typed: string) =>
    (await lower(typed)).checks.map(({ needle, presence, terms }) => [needle, presence, terms])
  expect(await checks('设备停机')).toEqual([])
  expect(await checks('+设备停机')).toEqual([['设备停机', 'required', ['设备', '备停', '停机']]])
  expect(await checks('+停机')).toEqual([])
  expect(await checks('-停机')).toEqual([['停机', 'excluded', []]])
  expect(await checks('"Oil  Cooler!"')).toEqual([['oil cooler', 'required', []]])
  expect(await checks('设备停*')).toEqual([['设备停', 'optional', ['设备', '备停']]])
  expect(await checks('设备停* 设备')).toEqual([['设备停', 'optional', ['备停']]])
  expect(await checks('-设备停*')).toEqual([['设备停', 'excluded', []]])
})

test('corrections, and words that nothing is near to', async () => {
  expect(await lower('temprature zzzzzz 路由器')).toMatchObject({
    corrections: [{ word: 'temprature', distance: 1, terms: ['temperatur'] }],
    notes: [
      { code: 'unknown', args: { word: 'zzzzzz' } },
      { code: 'unknown', args: { word: '路由器' } },
    ],
  })
  expect((await lower('停机~1')).notes.map(({ code }) => code)).toEqual(['fuzzyRun'])
})

describe('loading', () => {
  const taxonomy = new Taxonomy({
    facets: { product: { terms: [{ id: 'pump', labels: { zh: '水泵', en: 'Pump' }, aliases: ['抽水机'] }] } },
  })
  const expansions = buildExpansions(taxonomy, {})

  test('every term is asked for before the first answer is needed', async () => {
    const vocabulary = watched(vocabularyOf(...TEXTS))
    await lowerQuery(parseQuery('水泵 temprature 停 E 1203'), vocabulary, expansions)
    const firstOther = vocabulary.asked.findIndex(asked => /^(near|words)/.test(asked))
    expect(firstOther).toBeGreaterThan(0)
    expect(vocabulary.asked.slice(firstOther).filter(asked => /^(count|like)/.test(asked))).toEqual([])
    expect(vocabulary.asked).toEqual(
      expect.arrayContaining(['count 水泵', 'count e1203', 'like 停*', 'count 抽水', 'count pump']),
    )
  })

  test.each([
    ['a query', '水泵停机 E 1203 -fan "oil cooler" co*er 停'],
    ['a message', '水泵停机 E 1203 pump '.repeat(40)],
  ])('nothing is counted that could not be loaded before: %s', async (_, typed) => {
    const vocabulary = watched(vocabularyOf(...TEXTS))
    const terms = queryTerms(parseQuery(typed), expansions)
    await lowerQuery(parseQuery(typed), vocabulary, expansions)
    const counted = vocabulary.asked.map(asked => asked.replace(/^(count|like) |\*$/g, ''))
    expect(counted.filter(term => !terms.includes(term))).toEqual([])
    expect(new Set(terms).size).toBe(terms.length)
  })
})

import { expect, test } from 'vitest'
import type { GoldQuery } from '../../src/model/gold.js'
import {
  changesBetween,
  evaluateGold,
  type GoldAnswer,
  type GoldReport,
  groupsBelow,
  languageOf,
} from '../../src/search/eval.js'
import { search } from '../../src/search/search.js'
import { openDocuments, says } from './open-documents.js'

function gold(text: string, given: Partial<GoldQuery> = {}): GoldQuery {
  return { text, language: 'zh-CN', kind: 'symptom', expect: ['T-RIGHT'], ...given }
}

/** A hit list with the right answer at a place, or without it. */
function answerOf(rank: number | undefined, length = 12): GoldAnswer {
  const hits = Array.from({ length }, (_, i) =>
    i + 1 === rank ? { id: 'T-RIGHT', title: 'right' } : { id: `T-${i + 1}`, title: `wrong ${i + 1}` },
  )
  return { total: length, hits }
}

/**
 * Evaluates queries of which each begins with the place of its right answer: `3 name`, `- name` where
 * it is not among the hits, `none name` where there are none.
 */
async function evaluate(...queries: GoldQuery[]): Promise<GoldReport> {
  const ask = async (text: string) => {
    const [place = '-'] = text.split(' ')
    return place === 'none' ? answerOf(undefined, 0) : answerOf(place === '-' ? undefined : Number(place))
  }
  return evaluateGold(queries, ask, async id => !id.startsWith('GONE'))
}

test('the figures are shares of all queries, and the mean reciprocal rank', async () => {
  const { all } = await evaluate(gold('1 a'), gold('2 b'), gold('5 c'), gold('10 d'), gold('none e'))
  expect(all).toMatchObject({ count: 5, hit1: 1 / 5, hit5: 3 / 5, zero: 1 / 5 })
  // (1 + 1/2 + 1/5 + 1/10 + 0) / 5
  expect(all.mrr).toBeCloseTo(0.36, 12)
})

test('place 5 counts for hit@5, place 6 does not, and place 11 for nothing', async () => {
  expect((await evaluate(gold('5 a'))).all).toMatchObject({ hit1: 0, hit5: 1, mrr: 0.2 })
  expect((await evaluate(gold('6 a'))).all).toMatchObject({ hit5: 0, mrr: 1 / 6 })
  expect((await evaluate(gold('11 a'))).all).toMatchObject({ hit5: 0, mrr: 0, zero: 0 })
})

test('no queries have figures of 0', async () => {
  expect(await evaluate()).toEqual({
    all: { count: 0, hit1: 0, hit5: 0, mrr: 0, zero: 0 },
    byLanguage: {},
    byKind: {},
    outcomes: [],
    vanished: [],
  })
})

test('an outcome shows what stood above, or the first five where nothing is right', async () => {
  const { outcomes } = await evaluate(gold('1 a'), gold('3 b'), gold('7 c'), gold('- d'), gold('none e'))
  expect(outcomes.map(({ rank, above }) => [rank, above.map(({ id }) => id).join(' ')])).toEqual([
    [1, ''],
    [3, 'T-1 T-2'],
    [7, 'T-1 T-2 T-3 T-4 T-5 T-6'],
    [undefined, 'T-1 T-2 T-3 T-4 T-5'],
    [undefined, ''],
  ])
  expect(outcomes[1]?.above[0]).toEqual({ id: 'T-1', title: 'wrong 1' })
  expect(outcomes.map(({ total }) => total)).toEqual([12, 12, 12, 12, 0])
})

test('any of several expected cases will do, the first that is found counts; letter case does not', async () => {
  const { outcomes } = await evaluate(
    gold('9 a', { expect: ['T-RIGHT', 'T-4', 'T-6'] }),
    gold('2 b', { expect: ['t-right'] }),
    gold('- c', { expect: ['T-RIGHTS'] }),
  )
  expect(outcomes.map(({ rank }) => rank)).toEqual([4, 2, undefined])
})

test('the groups are the language without its region, and the kind, in the order of their names', async () => {
  const report = await evaluate(
    gold('1 a'),
    gold('- b', { language: 'ZH-Hant-TW', kind: 'code' }),
    gold('2 c', { language: 'en-GB', kind: 'typo' }),
    gold('1 d', { language: 'en', kind: 'code' }),
  )
  expect(Object.keys(report.byLanguage)).toEqual(['en', 'zh'])
  expect(report.byLanguage).toMatchObject({
    en: { count: 2, hit1: 0.5, hit5: 1, mrr: 0.75 },
    zh: { count: 2, hit1: 0.5, hit5: 0.5, mrr: 0.5 },
  })
  expect(Object.keys(report.byKind)).toEqual(['code', 'symptom', 'typo'])
  expect(report.byKind['code']).toMatchObject({ count: 2, hit1: 0.5, mrr: 0.5 })
  expect(languageOf(gold('a', { language: 'yue' }))).toBe('yue')
})

test('a group is below a share only if it does not reach it', async () => {
  const report = await evaluate(gold('1 a'), gold('- b'), gold('1 c', { language: 'en' }))
  expect(groupsBelow(report, 0.5)).toEqual([])
  expect(groupsBelow(report, 0.6)).toEqual([{ group: 'zh', hit5: 0.5 }])
  expect(groupsBelow(report, 0.7)).toEqual([
    { group: 'all', hit5: 2 / 3 },
    { group: 'zh', hit5: 0.5 },
  ])
  expect(groupsBelow(report, 1).map(({ group }) => group)).toEqual(['all', 'zh'])
})

test('changes are the queries that moved, those that lost most first', async () => {
  const texts = ['stays', 'up', 'found', 'lost', 'down', 'missing']
  const at = async (...places: string[]): Promise<GoldReport> => {
    const report = await evaluate(...places.map((place, i) => gold(`${place} ${texts[i]}`)))
    // The same questions in both states.
    const outcomes = report.outcomes.map((outcome, i) => ({ ...outcome, query: gold(texts[i] ?? '') }))
    return { ...report, outcomes }
  }
  const before = await at('2', '4', '-', '1', '1', '-')
  const after = await at('2', '2', '1', '-', '3', 'none')
  expect(changesBetween(before, after)).toEqual([
    { query: gold('lost'), before: 1 },
    { query: gold('down'), before: 1, after: 3 },
    { query: gold('up'), before: 4, after: 2 },
    { query: gold('found'), after: 1 },
  ])
  expect(changesBetween(after, after)).toEqual([])
})

test('right answers that are no longer there are named once', async () => {
  const { vanished } = await evaluate(
    gold('1 a', { expect: ['GONE-1', 'CASE-1'] }),
    gold('1 b', { expect: ['GONE-2', 'GONE-1'] }),
  )
  expect(vanished).toEqual(['GONE-1', 'GONE-2'])
})

test('asked of an index, a query is answered by search', async () => {
  const opened = await openDocuments(
    says('T-00001', '水泵夜里自己停，水泵很烫'),
    says('T-00002', '水泵夜里漏水', { title: '夜里漏水' }),
    says('T-00003', '风扇不转'),
  )
  const { outcomes } = await evaluateGold(
    [
      gold('夜里漏水', { expect: ['T-00001'] }),
      gold('风扇', { expect: ['T-00003'] }),
      gold('zyxwv', { expect: ['T-00003'] }),
    ],
    text => search(opened, { text }),
    async () => true,
  )
  expect(outcomes.map(({ rank, total, above }) => ({ rank, total, above }))).toEqual([
    { rank: 2, total: 2, above: [{ id: 'T-00002', title: '夜里漏水' }] },
    { rank: 1, total: 1, above: [] },
    { rank: undefined, total: 0, above: [] },
  ])
})

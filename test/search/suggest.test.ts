import { expect, test } from 'vitest'
import type { TaxonomyData } from '../../src/model/taxonomy.js'
import { matchPrefix } from '../../src/search/prefix.js'
import { type Suggestion, suggest } from '../../src/search/suggest.js'
import { document, openIndexOf } from './open-documents.js'

const TAXONOMY: TaxonomyData = {
  facets: {
    product: {
      labels: { zh: '产品', en: 'Product' },
      levels: [{ id: 'product', field: 'name' }],
      terms: [
        { id: 'home-router', labels: { zh: '家用路由器', en: 'Home router' }, aliases: ['WiFi 路由器'] },
        { id: 'pump', labels: { zh: '水泵', en: 'Pump' } },
        { id: 'unused', labels: { zh: '路由测试仪', en: 'Route tester' } },
      ],
    },
  },
}

const router = { facets: { product: ['home-router'], tag: ['断网', 'VPN'] }, tags: ['断网', 'VPN'] }
const opened = await openIndexOf(
  [
    document('T-00001', { ...router, title: '路由器晚上断网', errorCodes: ['W-104', 'E-1203'] }),
    document('T-00002', { ...router, title: 'Router dropping packets', errorCodes: ['E-1203'] }),
    document('T-00003', { title: '水泵 E-1203 停机', facets: { product: ['pump'] }, errorCodes: ['E-1203'] }),
    document('T-00004', { title: '路由器旧案例', status: 'withdrawn', errorCodes: ['W-999'] }),
    document('T-00005', { title: 'Batteries and caching', errorCodes: ['FW_VERIFY_FAILED'] }),
  ],
  TAXONOMY,
)

async function found(prefix: string, limit = 10): Promise<string[]> {
  const suggestions = await suggest(opened, prefix, { limit, language: 'zh' })
  return suggestions.map(({ kind, text, cases }: Suggestion) => `${kind} ${text} ${cases}`)
}

test('a code is completed with and without its hyphen, in any case and width, and by its digits', async () => {
  for (const prefix of ['E12', 'e-12', 'E 12', 'ｅ１２', 'E-1203']) {
    expect((await found(prefix))[0]).toBe('code E-1203 3')
  }
  expect(await found('120')).toContain('code E-1203 3')
  expect(await found('fw_v')).toEqual(['code FW_VERIFY_FAILED 1'])
  expect(await found('verify')).toContain('code FW_VERIFY_FAILED 1')
})

test('what begins with the prefix comes before what has a later word that does, then the most cases', async () => {
  expect(await found('路由')).toEqual(['title 路由器晚上断网 1', 'term 家用路由器 2'])
  expect(await found('router')).toEqual(['title Router dropping packets 1', 'term 家用路由器 2'])
})

test('a term is found by any of its names, and says by which', async () => {
  const [first] = await suggest(opened, 'wifi', { limit: 1, language: 'en' })
  expect(first).toEqual({
    kind: 'term',
    text: 'Home router',
    matched: 'WiFi 路由器',
    match: 'name',
    dimension: 'product',
    value: 'home-router',
    cases: 2,
  })
})

test('terms without cases and cases that no search shows are not suggested', async () => {
  expect(await found('路由测')).toEqual([])
  expect(await found('W-9')).toEqual([])
  expect(await found('路由器旧')).toEqual([])
})

test('tags and titles in the middle of a word', async () => {
  expect(await found('断')).toEqual(['tag 断网 2', 'title 路由器晚上断网 1'])
  expect(await found('vp')).toEqual(['tag VPN 2'])
  expect(await found('router dropp')).toEqual(['title Router dropping packets 1'])
  expect(await found('batteri')).toEqual(['title Batteries and caching 1'])
  expect(await found('batteries')).toEqual(['title Batteries and caching 1'])
  expect(await found('cachin')).toEqual(['title Batteries and caching 1'])
  expect(await found('水泵 e-1')).toEqual(['title 水泵 E-1203 停机 1'])
})

test('nothing, signs alone and very long prefixes are no trouble', async () => {
  for (const prefix of ['', '  ', '"*~^', 'x'.repeat(10_000), '断'.repeat(10_000)]) {
    expect(await found(prefix)).toEqual([])
  }
  expect(await found('E', 1)).toHaveLength(1)
})

test.each([
  ['home router', 'home', 'name'],
  ['home router', 'rou', 'word'],
  ['home router', 'outer', undefined],
  ['螺杆空压机', '空压', 'word'],
  ['e-1203', '1203', 'word'],
  ['e1203', '1203', 'word'],
  ['收银pos机', 'pos', 'word'],
] as const)('%s begins with %s: %s', (name, prefix, match) => {
  expect(matchPrefix(name, prefix)).toBe(match)
})

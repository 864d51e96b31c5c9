import { expect, test } from 'vitest'
import { documentsOf } from '../../src/search/document.js'
import type { OpenedIndex } from '../../src/search/opened.js'
import { type Recommendation, type RecommendRequest, recommend } from '../../src/search/recommend.js'
import { CUSTOMER_MESSAGES, SMALL_TALK } from './customer-messages.js'
import { openDocuments, openIndexOf, says } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'

const library = readSampleLibrary()
const sample = await openIndexOf(documentsOf(library), library.taxonomy.data)

function ask(
  opened: OpenedIndex,
  text: string,
  request: Partial<RecommendRequest> = {},
): Promise<Recommendation> {
  return recommend(opened, { parts: [{ text, weight: 1 }], threshold: 0.7, limit: 5, ...request })
}

test('a customer who tells of a case in other words is led to it, and hardly ever to another', async () => {
  const answers = await Promise.all(CUSTOMER_MESSAGES.map(({ text }) => ask(sample, text)))
  const likely = answers.map(({ cases }) => cases[0]).map(top => (top?.likely === true ? top.id : undefined))
  const right = CUSTOMER_MESSAGES.filter((message, i) => message.answers.includes(likely[i] ?? ''))
  const wrong = CUSTOMER_MESSAGES.filter(
    (message, i) => likely[i] !== undefined && !message.answers.includes(likely[i] ?? ''),
  )
  expect(right.length).toBeGreaterThanOrEqual(CUSTOMER_MESSAGES.length * 0.9)
  expect(wrong).toEqual([])
})

test.each(SMALL_TALK)('"%s" is likely about no case', async text => {
  const { cases } = await ask(sample, text)
  expect(cases.filter(found => found.likely)).toEqual([])
})

test('1 is a case that says all that the text tells; each thing it does not say lowers the score', async () => {
  const opened = await openDocuments(
    says('T-00001', '水泵漏油，轴承异响，电机过热，指示灯闪烁'),
    says('T-00002', '水泵漏油，轴承异响'),
    says('T-00003', '水泵漏油'),
    ...Array.from({ length: 20 }, (_, i) => says(`T-1000${i}`, `别的事情第${i}件`)),
  )
  const { cases } = await ask(opened, '水泵漏油，轴承异响，电机过热，指示灯闪烁')
  expect(cases.map(({ id }) => id).slice(0, 3)).toEqual(['T-00001', 'T-00002', 'T-00003'])
  expect(cases[0]?.score).toBe(1)
  expect(cases[1]?.score).toBeLessThan(1)
  const { cases: strange } = await ask(opened, '水泵漏油，轴承异响，电机过热，指示灯闪烁，量子纠缠崩溃')
  expect(strange[0]?.score).toBeLessThan(1)
})

test('one word proves nothing, however rare', async () => {
  const opened = await openDocuments(
    says('T-00001', '水泵漏油'),
    ...Array.from({ length: 20 }, (_, i) => says(`T-1000${i}`, `别的事情第${i}件`)),
  )
  const { cases } = await ask(opened, '漏油')
  expect(cases[0]).toMatchObject({ id: 'T-00001', likely: false })
})

test('only released cases are recommended, and the successor of a superseded one', async () => {
  const text = '水泵轴承异响，电机过热，指示灯闪烁'
  const opened = await openDocuments(
    says('T-00001', text, { status: 'draft' }),
    says('T-00002', text, { status: 'withdrawn' }),
    says('T-00003', text, { status: 'superseded', supersededBy: 'T-00004' }),
    says('T-00004', '换了说法'),
    ...Array.from({ length: 9 }, (_, i) => says(`T-1000${i}`, `别的事情第${i}件`)),
  )
  const { cases } = await ask(opened, text)
  expect(cases[0]).toMatchObject({ id: 'T-00004', likely: true, via: ['T-00003'] })
  expect(cases.map(({ id }) => id)).not.toContain('T-00001')
})

test('the nearest cases vote on what the text is filed under', async () => {
  const { votes } = await ask(sample, '空压机气压上不去，一直在 0.53 左右，屏幕报 E1107，听不到吸气的声音')
  const product = votes.find(vote => vote.dimension === 'product')
  expect(product).toMatchObject({ value: 'air-compressor' })
  expect(product?.share).toBeGreaterThan(0.8)
  expect((await ask(sample, '你好')).votes).toEqual([])
})

test('filters choose among the cases and change no score', async () => {
  const text = '路由器密码忘了'
  const all = await ask(sample, text, { limit: 50 })
  const english = await ask(sample, text, { limit: 50, filters: { language: ['en'] } })
  expect(english.cases.length).toBeGreaterThan(0)
  expect(english.cases.every(({ language }) => language === 'en')).toBe(true)
  for (const { id, score } of english.cases)
    expect(all.cases.find(found => found.id === id)?.score).toBe(score)
})

test('very long and empty texts are no trouble', async () => {
  expect((await ask(sample, '')).cases).toEqual([])
  const { cases } = await ask(sample, '空压机 E-1107 供气压力低 不加载。'.repeat(5000))
  expect(cases[0]?.id).toBe('CASE-TX6JZ')
})

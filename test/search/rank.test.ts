import { expect, test } from 'vitest'
import { type SearchRequest, type SearchResult, search } from '../../src/search/search.js'
import type { IndexDocument } from '../../src/store/document.js'
import { document, openDocuments, openIndexOf, says, TAXONOMY } from './open-documents.js'

/** Other cases, so that words are rare. */
const OTHERS = Array.from({ length: 30 }, (_, i) =>
  says(`C-90${i}`, `第 ${i} 号案例，内容与此无关 other case ${i}`),
)

async function ask(
  documents: readonly IndexDocument[],
  text: string,
  request: Omit<SearchRequest, 'text'> = {},
): Promise<SearchResult> {
  return search(await openDocuments(...documents, ...OTHERS), { text, ...request })
}

async function order(documents: readonly IndexDocument[], text: string): Promise<string[]> {
  const wanted = new Set(documents.map(({ id }) => id))
  return (await ask(documents, text)).hits.map(({ id }) => id).filter(id => wanted.has(id))
}

test('many of the words, each once, stand above one of them said often', async () => {
  const often = says('C-1', 'printer printer printer printer printer')
  const many = says(
    'C-2',
    'the printer shows an error after the paper jam was cleared and the tray was closed again',
  )
  expect(await order([often, many], 'printer paper tray jam')).toEqual(['C-2', 'C-1'])
})

test('courtesy does not decide, though it is rare among sober cases', async () => {
  const polite = says('C-1', '您好，感谢来信，请问您是哪里人？谢谢您')
  const right = says('C-2', '水泵停机后无法启动，检查保险丝')
  expect(await order([polite, right], '您好，请问水泵停机了怎么办？谢谢您')).toEqual(['C-2', 'C-1'])
  const letter = says('C-3', 'Hello dear all, thanks, kindly regards, please')
  const help = says('C-4', 'The pump stopped and a fuse was replaced by the engineer on the same day')
  expect(await order([letter, help], 'hello, please, the pump stopped, thanks, regards')).toEqual([
    'C-4',
    'C-3',
  ])
})

test('a word of a message in a title does not outweigh many of its words in a body', async () => {
  const title = document('C-1', { title: '更换滤芯' })
  const body = says('C-2', '空压机开机十分钟后排气温度升高，面板报警停机，冷却风扇不转')
  const message =
    '昨天更换滤芯以后，空压机开机不久就报警停机，面板上显示排气温度升高，我们看到冷却风扇不转，请尽快安排人来看看'
  expect(await order([title, body], message)).toEqual(['C-2', 'C-1'])
})

test('a case that the query names entirely stands above one whose title says more', async () => {
  const more = document('C-1', { title: '打印机卡纸以及墨盒更换和纸盘清洁的办法' })
  const same = document('C-2', { title: '打印机卡纸' })
  expect(await order([more, same], '打印机卡纸')).toEqual(['C-2', 'C-1'])
  const { hits } = await ask([more, same], '打印机卡纸', { explain: true })
  const factor = (id: string): number | undefined =>
    hits.find(hit => hit.id === id)?.explanation?.parts.find(({ name }) => name === 'title')?.factor
  expect(factor('C-2')).toBeCloseTo(1.4)
  expect(factor('C-1')).toBeLessThan(1.2)
})

test('Lunr’s score times every factor is the last score, and it decides', async () => {
  const documents = [says('C-1', '水泵停机'), says('C-2', '水泵漏水'), document('C-3', { title: '水泵停机' })]
  const { hits } = await ask(documents, '水泵 停机 E-1203', { explain: true })
  const finals = hits.map(({ score, explanation }) => {
    expect(explanation?.parts.map(({ name }) => name)).toEqual(['fields', 'coverage', 'title'])
    const product = explanation?.parts.reduce((value, { factor }) => value * factor, score)
    expect(explanation?.final).toBeCloseTo(product ?? 0, 9)
    return explanation?.final ?? 0
  })
  expect(finals).toEqual(finals.toSorted((a, b) => b - a))
  expect(finals.length).toBe(3)
})

test('coverage is ½ + what is had; a case with every word has 1½', async () => {
  const documents = [says('C-1', 'pump fuse'), says('C-2', 'pump')]
  const { hits } = await ask(documents, 'pump fuse', { explain: true })
  const covered = hits.map(({ explanation }) => explanation?.parts.find(({ name }) => name === 'coverage'))
  expect(covered[0]?.factor).toBeCloseTo(1.5)
  expect(covered[1]?.factor).toBeGreaterThan(0.5)
  expect(covered[1]?.factor).toBeLessThan(1)
})

test('another name of the same thing covers less than the name itself', async () => {
  const literal = says('C-1', '抽水机坏了')
  const other = says('C-2', '水泵坏了')
  const { hits } = await ask([other, literal], '抽水机', { explain: true })
  const factors = hits.map(
    ({ id, explanation }) =>
      [id, explanation?.parts.find(({ name }) => name === 'coverage')?.factor] as const,
  )
  expect(factors).toEqual([
    ['C-1', 1.5],
    ['C-2', expect.closeTo(1.2)],
  ])
})

test('a word said four times counts twice as much as one said once, not four times', async () => {
  const documents = [says('C-1', 'pump'), says('C-2', 'fuse')]
  const ratio = async (text: string): Promise<number> => {
    const { hits } = await ask(documents, text, { explain: true })
    const final = (id: string): number => {
      const found = hits.find(hit => hit.id === id)
      const fields = found?.explanation?.parts.find(({ name }) => name === 'fields')?.factor ?? 0
      return (found?.score ?? 0) * fields
    }
    return final('C-1') / final('C-2')
  }
  expect((await ratio('pump pump pump pump fuse')) / (await ratio('pump fuse'))).toBeCloseTo(2, 2)
  expect((await ratio('pump^4 fuse')) / (await ratio('pump fuse'))).toBeCloseTo(4, 2)
})

test('the spellings and parts of a code together count as one thing', async () => {
  const code = says('C-1', 'E-1203')
  const word = says('C-2', 'printer')
  const { hits } = await ask([code, word], 'E-1203 printer', { explain: true })
  const weight = (id: string): number => {
    const found = hits.find(hit => hit.id === id)
    return (found?.score ?? 0) * (found?.explanation?.parts[0]?.factor ?? 0)
  }
  // Lunr adds e-1203, e1203 and 1203 up.
  expect(hits.find(({ id }) => id === 'C-1')?.score).toBeGreaterThan(
    2 * (hits.find(({ id }) => id === 'C-2')?.score ?? 0),
  )
  expect(weight('C-1') / weight('C-2')).toBeLessThan(2)
})

test('what a letter says in one sentence counts more than as many words of several', async () => {
  const letter =
    'Our dealer sold it last summer. The colleague in charge has left the office for a longer journey. ' +
    'Steam escapes at the valve. Delivery is planned for next month.'
  const scattered = says('C-1', 'dealer colleague journey delivery')
  const matter = says('C-2', 'steam escapes valve unrelated')
  const { hits } = await ask([scattered, matter], letter, { explain: true })
  const factors = new Map(
    hits.map(({ id, explanation }) => [
      id,
      explanation?.parts.find(({ name }) => name === 'sentence')?.factor ?? 0,
    ]),
  )
  expect(factors.get('C-2')).toBe(1)
  expect(factors.get('C-1')).toBeLessThan(0.8)
  const one = await ask([scattered, matter], letter.replaceAll('.', ','), { explain: true })
  expect(one.hits[0]?.explanation?.parts.map(({ name }) => name)).not.toContain('sentence')
})

test('boosts of the library hold, eased: a field of no boost decides nothing', async () => {
  const documents = [document('C-1', { title: 'pump' }), says('C-2', 'pump station at the river bank')]
  const even = { id: 0, title: 0, error_codes: 1, customer_phrases: 1, symptoms: 1, facets: 1, body: 1 }
  const opened = await openIndexOf([...documents, ...OTHERS], TAXONOMY, even)
  expect((await search(opened, { text: 'pump' })).hits[0]?.id).toBe('C-2')
  expect((await ask(documents, 'pump')).hits[0]?.id).toBe('C-1')
})

test('a boost four times as high counts twice as much', async () => {
  const documents = [document('C-1', { title: 'pump' }), says('C-2', 'pump')]
  const ratio = async (title: number): Promise<number> => {
    const even = { id: 1, error_codes: 1, customer_phrases: 1, symptoms: 1, facets: 1, body: 1 }
    const opened = await openIndexOf([...documents, ...OTHERS], TAXONOMY, { ...even, title })
    const { hits } = await search(opened, { text: 'pump', explain: true })
    const weight = (id: string): number => {
      const found = hits.find(hit => hit.id === id)
      return (found?.score ?? 0) * (found?.explanation?.parts[0]?.factor ?? 0)
    }
    return weight('C-1') / weight('C-2')
  }
  expect((await ratio(4)) / (await ratio(1))).toBeCloseTo(2, 6)
})

test('Lunr’s own order is left alone where it is asked for', async () => {
  const documents = [
    says('C-1', 'printer printer printer printer'),
    says('C-2', 'printer paper tray and much more'),
  ]
  const { hits } = await ask(documents, 'printer paper', { rank: 'lunr', explain: true })
  expect(hits.map(({ explanation }) => explanation?.parts)).toEqual(hits.map(() => []))
  const scores = hits.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

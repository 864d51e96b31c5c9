import { expect, test } from 'vitest'
import { search } from '../../src/search/search.js'
import { openDocuments, says } from './open-documents.js'

// The taxonomy of these libraries has one term with the names 水泵, Pump and 抽水机.
const opened = await openDocuments(
  says('T-00001', 'The pump stops at night', { language: 'en' }),
  says('T-00002', '水泵夜里自己停'),
  says('T-00003', '抽水机夜里自己停'),
  says('T-00004', 'The fan stops at night', { language: 'en' }),
  says('T-00005', '抽屉夜里自己开'),
)

test.each([
  ['水泵', 'T-00002', ['T-00001', 'T-00002', 'T-00003']],
  ['Pumps', 'T-00001', ['T-00001', 'T-00002', 'T-00003']],
  ['抽水机', 'T-00003', ['T-00001', 'T-00002', 'T-00003']],
  ['+水泵', 'T-00002', ['T-00002']],
  ['"pump"', 'T-00001', ['T-00001']],
])('%s finds the case in its own words first, then those in other words', async (text, first, all) => {
  for (const rank of ['default', 'lunr'] as const) {
    const ids = (await search(opened, { text, rank })).hits.map(({ id }) => id)
    expect(ids[0]).toBe(first)
    expect([...ids].sort()).toEqual(all)
  }
})

test('a literal hit stands above one in other words, whatever their ids and the language', async () => {
  const words = ['水泵', 'pump']
  for (const [literal, other] of [words, [...words].reverse()]) {
    const index = await openDocuments(
      says('T-00001', `${other} 一二三四五`),
      says('T-00002', `${literal} 一二三四五`),
      ...Array.from({ length: 6 }, (_, i) => says(`T-0001${i}`, '一二三四五六')),
    )
    const { hits } = await search(index, { text: literal ?? '' })
    expect(hits.map(({ id }) => id)).toEqual(['T-00002', 'T-00001'])
  }
})

test('a message finds by its words what a query of its length could not hold', async () => {
  const text = `${'客户说前面换过很多零件都没有用，'.repeat(20)}最后发现是抽水机。`
  const { hits, notes } = await search(opened, { text })
  expect(hits[0]?.id).toBe('T-00003')
  expect(notes.map(({ code }) => code)).toEqual(['longText'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { within } from '../../src/search/near.js'
import { NearFilter } from '../../src/store/dictionary-near.js'
import { openPartition } from '../../src/store/open-partition.js'
import { type Cut, document, MemoryIndex, terms } from './support.js'

const term = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '断'), maxLength: 7 })
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '断', '*'), maxLength: 7 })
const edits = fc.constantFrom(0, 1, 2)

test('a stretch that holds a term near a word is never passed over', () => {
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), word, edits, (some, asked, most) => {
      const sorted = [...new Set(some)].sort()
      fc.pre(within(sorted, asked, most).length > 0)
      const [from] = sorted
      const filter = new NearFilter(asked, most)
      expect(filter.mayHold({ from, end: `${sorted.at(-1)}a` })).toBe(true)
      expect(filter.mayHold({ from, end: undefined })).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

test('of a long word the first letters decide', () => {
  const long = 'abc'.repeat(11)
  for (const near of [long, long.slice(1), `${long}ab`, `b${long}`]) {
    expect(new NearFilter(long, 2).mayHold({ from: near, end: `${near}0` })).toBe(true)
  }
  expect(new NearFilter(long, 2).mayHold({ from: 'abcabd', end: 'abcabz' })).toBe(true)
  expect(new NearFilter(long, 2).mayHold({ from: 'abcddd', end: 'abcddz' })).toBe(false)
})

test('a stretch is passed over where its bounds are too far from the word', () => {
  const holds = (from: string, end: string, asked: string, most: number): boolean =>
    new NearFilter(asked, most).mayHold({ from, end })
  expect(holds('b', 'd', 'pump', 0)).toBe(false)
  // bpump and cump: one letter more, or another.
  expect(holds('b', 'd', 'pump', 1)).toBe(true)
  expect(holds('ba', 'bo', 'pump', 1)).toBe(false)
  expect(holds('bea', 'bel', 'pump', 2)).toBe(false)
  // upmp is a swap, u and p being the first two letters of pump.
  expect(holds('up', 'upn', 'pump', 1)).toBe(true)
  expect(holds('断a', '断k', 'pump', 1)).toBe(false)
})

test('the terms near a word are found in a few blocks of many', async () => {
  const index = new MemoryIndex()
  const cases = Array.from({ length: 400 }, (_, i): Cut => {
    const body = Array.from({ length: 30 }, (_, k) => `code${((i * 30 + k) * 7919) % 100_003}`)
    return { document: document(`CASE-${i}`), terms: terms({ body: [...body, 'pump', '断电'] }) }
  })
  const reader = await openPartition(index.storage, await index.partition(cases))
  const all = await reader.terms('')
  for (const [asked, most] of [
    ['pumpp', 1],
    ['code12345', 1],
    ['code77', 2],
    ['cod', 1],
    ['断', 2],
  ] as const) {
    const near = await reader.termsNear(asked, most)
    expect(within(near, asked, most)).toEqual(within(all, asked, most))
  }
  expect((await reader.termsNear('code12345', 1)).length).toBeLessThan(all.length / 4)
})

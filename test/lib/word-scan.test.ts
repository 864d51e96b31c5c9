import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordScan } from '../../src/lib/word-scan.js'

const unit = fc.constantFrom(...'abAB12 -é密码码\ud842\udfb7')
const word = fc.string({ unit, minLength: 1, maxLength: 5 })
const lists = fc.array(fc.record({ exact: fc.array(word), anyCase: fc.array(word) }), { maxLength: 5 })

const lower = (text: string): string => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

test('a scan finds the lists that have a word in the text, and no others', () => {
  fc.assert(
    fc.property(lists, fc.string({ unit, maxLength: 40 }), (all, text) => {
      const found = new WordScan(all).in(text)
      for (const [i, { exact, anyCase }] of all.entries()) {
        const holds =
          exact.some(each => text.includes(each)) || anyCase.some(each => lower(text).includes(lower(each)))
        expect((found & (1 << i)) !== 0).toBe(holds)
      }
    }),
    { numRuns: 2000, seed: 5 },
  )
})

test('more lists than a number has bits are refused', () => {
  expect(() => new WordScan(Array.from({ length: 32 }, () => ({})))).toThrow(RangeError)
})

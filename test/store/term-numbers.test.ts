import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TermNumbers } from '../../src/store/term-numbers.js'

test('a term has one number, that of its first coming', () => {
  const term = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '机', '\ud83d'), maxLength: 4 })
  fc.assert(
    fc.property(fc.array(term, { maxLength: 300 }), terms => {
      const numbers = new TermNumbers()
      const first = [...new Set(terms)]
      expect(terms.map(each => numbers.numberOf(each))).toEqual(terms.map(each => first.indexOf(each)))
      expect(numbers.terms).toEqual(first)
    }),
  )
})

test('a hundred thousand terms keep their numbers while the table grows', () => {
  const numbers = new TermNumbers()
  const term = (i: number): string =>
    i % 2 === 0 ? String.fromCharCode(0x4e00 + (i >> 6), 0x4e00 + (i & 63)) : `t${i}`
  const wrong = (): number[] =>
    Array.from({ length: 100_000 }, (_, i) => i).filter(i => numbers.numberOf(term(i)) !== i)
  expect(wrong()).toEqual([])
  expect(wrong()).toEqual([])
})

test('terms that were made to collide keep their numbers and do not take for ever', () => {
  // The table multiplies keys by an odd number: its inverse gives keys that fall into the first slots.
  let inverse = 1
  for (let i = 0; i < 5; i++) inverse = Math.imul(inverse, 2 - Math.imul(0x9e3779b1, inverse))
  const term = (i: number): string => {
    const key = Math.imul(i, inverse)
    return String.fromCharCode(key & 0xffff, key >>> 16)
  }
  const made = Array.from({ length: 60_000 }, (_, i) => term(i)).filter(each => each.charCodeAt(1) !== 0)
  const numbers = new TermNumbers()
  const start = performance.now()
  for (const [i, each] of made.entries()) if (numbers.numberOf(each) !== i) throw new Error(`${i}`)
  for (const [i, each] of made.entries()) if (numbers.numberOf(each) !== i) throw new Error(`${i}`)
  // 50 ms; without a bound, thousands of millions of looks.
  expect(performance.now() - start).toBeLessThan(3000)
})

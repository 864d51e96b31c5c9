import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ValueFinder } from '../../../src/report/lint/value-finder.js'

test('values are replaced, overlapping ones and one within another together', () => {
  const finder = new ValueFinder(['13800138000', '138', 'abc', 'cde'])
  expect(finder.replace('call 13800138000, 138 or abcde!', '[…]')).toBe('call […], […] or […]!')
  expect(finder.replace('nothing here', '[…]')).toBe('nothing here')
  expect([finder.isIn('an abc'), finder.isIn('ab')]).toEqual([true, false])
})

test('nothing of a value is left, whatever the values and the text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '中'), minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(letters),
      fc.string({ unit: fc.constantFrom('a', 'b', '中', '.') }),
      (values, text) => {
        const left = new ValueFinder(values).replace(text, '[…]')
        for (const value of values) expect(left).not.toContain(value)
      },
    ),
  )
})

test('thousands of values cost a text little', () => {
  const values = Array.from({ length: 20_000 }, (_, i) => `138${String(i).padStart(8, '0')}`)
  const finder = new ValueFinder(values)
  const start = performance.now()
  for (let i = 0; i < 2000; i++)
    finder.replace(`In line ${i}: 13800000007 and 13900000007 stand too close.`, '[…]')
  expect(performance.now() - start).toBeLessThan(2000)
})

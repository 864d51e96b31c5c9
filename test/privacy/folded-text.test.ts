import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FoldedText } from '../../src/privacy/folded-text.js'

test.each([
  ['１３９－１２３４', '139-1234'],
  ['139\u200b1234\ufeff5', '13912345'],
  ['ﬁle ㎏ ①②', 'file kg 12'],
  ['一二三四五六七', '1234567'],
  ['一二三', '一二三'],
  ['a\\_b\\@c', 'a_b@c'],
  ['a\\n139', 'a 139'],
  ['𝟏𝟑𝟗', '139'],
  ['1\ufe0f\u20e33\ufe0f\u20e3', '13'],
  ['中文，“引号”……', '中文,“引号”……'],
  ['e\u0301a', '\u00e9a'],
])('%j is read as %j', (source, text) => {
  expect(new FoldedText(source).text).toBe(text)
})

const units = fc.constantFrom(
  ...['a', '1', '９', '中', '\u200b', '\u200d', 'ﬁ', '㎏', '𝟑', 'e\u0301', '\u3000', '—', '\\_', '😀', '\n'],
  ...['…', '①', '\ufe0f', '一', 'ｶﾞ'],
)

/** A backslash is unseen only before what it escapes, which a gap does not hold. */
const seen = (gap: string): string => new FoldedText(gap).text.replace(/\\/g, '')

test('every unit of the folded text has its place in the source, in order and without gaps but for what is unseen', () => {
  fc.assert(
    fc.property(fc.string({ unit: units, maxLength: 60 }), source => {
      const folded = new FoldedText(source)
      let last = { start: 0, end: 0 }
      for (let i = 0; i < folded.text.length; i++) {
        const place = folded.toSource(i, i + 1)
        expect(place.end).toBeGreaterThan(place.start)
        expect(place.end).toBeLessThanOrEqual(source.length)
        const same = place.start === last.start && place.end === last.end
        if (!same) {
          expect(place.start).toBeGreaterThanOrEqual(last.end)
          expect(seen(source.slice(last.end, place.start))).toBe('')
        }
        last = place
      }
      expect(seen(source.slice(last.end))).toBe('')
    }),
    { numRuns: 2000 },
  )
})

test('a part of the folded text is what its part of the source folds to', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: units, maxLength: 20 }),
      fc.string({ unit: units, maxLength: 20 }),
      (before, behind) => {
        const digits = '１3\u200b９ 1２34—56\u200d78'
        const source = `${before}x ${digits} x${behind}`
        const folded = new FoldedText(source)
        const at = folded.text.indexOf('x 139 1234-5678 x') + 2
        const { start, end } = folded.toSource(at, at + 13)
        expect(source.slice(start, end)).toBe(digits)
      },
    ),
    { numRuns: 1000 },
  )
})

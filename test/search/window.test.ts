import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cells } from '../../src/lib/text.js'
import { isWider } from '../../src/search/window.js'

const PIECES = [
  '停机',
  'E-1203 ',
  '，',
  '。',
  '、',
  '（x）',
  '\n',
  '\t',
  '½',
  'e\u0301',
  '1\ufe0f',
  '👩‍🔧',
  'ｶﾞ',
  '\u200b',
]

test('a stretch is wider than a width exactly where its cells are more', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(texts, fc.nat(40), (text, most) => {
      expect(isWider(text, 0, text.length, most)).toBe(cells(text) > most)
    }),
    { numRuns: 2000 },
  )
})

test('only the stretch counts', () => {
  expect(isWider('停机停机停机', 2, 4, 4)).toBe(false)
  expect(isWider('停机停机停机', 2, 4, 3)).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesOf } from '../../src/search/term-places.js'
import { tokenize } from '../../src/search/tokens.js'

const PIECES = [
  '停机',
  '设备',
  '机',
  '，',
  '。',
  ' ',
  '\n',
  'E-1203',
  'E1203',
  'compressors',
  'Überdruck',
  "customer's",
  'net_timeout',
  'v2.1.3',
  '℃',
  'Ｅ－１２',
  '々',
  'ー',
  '…',
  '’s',
  '…',
  '-',
  '.',
  '0x1f',
  '𠮷',
  '\u0301',
  '–',
  '°',
  'c',
]

test('the places of terms are those that cutting the whole text gives', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(texts, fc.array(fc.nat(60), { maxLength: 6 }), (text, chosen) => {
      const tokens = tokenize(text)
      const wanted = new Set(chosen.flatMap(i => tokens[i]?.term ?? []))
      const expected = tokens.filter(({ term }) => wanted.has(term))
      expect(placesOf(text, wanted)).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test('every term of a text is found where it stands', () => {
  const text = '空压机排气温度 110 ℃，屏幕报 E-1203；\nThe compressors stop (v2.1.3)…'
  const tokens = tokenize(text)
  expect(placesOf(text, new Set(tokens.map(({ term }) => term)))).toEqual(tokens)
})

test('the empty part of a number with a possessive has its place', () => {
  const text = 'cE-1203’s'
  const tokens = tokenize(text).filter(({ term }) => term === '')
  expect(tokens).toHaveLength(1)
  expect(placesOf(text, new Set(['']))).toEqual(tokens)
})

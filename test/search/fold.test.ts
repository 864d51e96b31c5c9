import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldText, isOpen } from '../../src/search/fold.js'

test.each([
  ['full-width letters and digits', 'Ｅ－１２０３', 'e-1203'],
  ['ligatures', 'ﬁle', 'file'],
  ['units in one character', '㎏', 'kg'],
  ['fractions', '½', '1⁄2'],
  ['accents, composed and combining', 'Café Cafe\u0301', 'cafe cafe'],
  ['letters that do not decompose', 'Größe Ærø Łódź', 'grosse aero lodz'],
  ['the dotted capital I', 'İ', 'i'],
  ['typographic hyphens and apostrophes', 'E‑1203 −5 don’t', "e-1203 -5 don't"],
  ['invisible characters', '停\u200b机 soft\u00adware', '停机 software'],
  ['half-width Katakana with its voicing', 'ｶﾞｽ', 'ガス'],
  ['voiced Kana keep their mark', 'が', 'が'],
  ['Kangxi radicals', '\u2f47', '日'],
])('folds %s', (_, text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('every folded character leads back to the characters that it was made of', () => {
  const text = '电压½，㎏ ﬁn e\u0301'
  const { text: folded, starts, ends } = fold(text)
  const origin = (part: string): string => {
    const at = folded.indexOf(part)
    return text.slice(starts[at], ends[at + part.length - 1])
  }
  expect(folded).toBe('电压1⁄2,kg fin e')
  expect(origin('1⁄2')).toBe('½')
  expect(origin('kg')).toBe('㎏')
  expect(origin('fi')).toBe('ﬁ')
  expect(origin('n')).toBe('n')
  expect(origin(' e')).toBe(' e\u0301')
})

test('offsets ascend and stay inside the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { text: folded, starts, ends } = fold(text)
      const inside = (i: number): boolean => {
        const [start = -1, end = -1] = [starts[i], ends[i]]
        return start >= (starts[i - 1] ?? 0) && end > start && end <= text.length
      }
      return starts.length === folded.length && starts.every((_, i) => inside(i))
    }),
  )
})

test('a hundred thousand combining marks cost no more than as many letters', () => {
  const started = performance.now()
  fold(`a${'\u0301\u0323'.repeat(50_000)}`)
  expect(performance.now() - started).toBeLessThan(2000)
})

const MIXED = [
  '停机',
  'E-1203 ',
  'ABC',
  '，',
  '：',
  '；',
  '！',
  '？',
  '（',
  '）',
  '～',
  '…',
  '\u3000',
  '‘',
  '’',
  '“',
  '。',
  '≥80',
  '\n',
  'É',
  'e\u0301',
  '，\u0301',
  '㎏',
  '\u2f47',
  'ｶﾞ',
  '–',
]

test('a text alone folds as it does with its offsets, be it plain or not', () => {
  const texts = fc.array(fc.constantFrom(...MIXED), { maxLength: 12 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(texts, text => {
      expect(foldText(text)).toBe(fold(text).text)
    }),
    { numRuns: 2000 },
  )
})

test('every character that passes for open folds to itself, its small letter or punctuation', () => {
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code)
    if (isOpen(char)) expect(foldText(char)).toBe(fold(char).text)
    if (isOpen(char) && /\p{Script=Han}/u.test(char)) expect(foldText(char)).toBe(char)
  }
})

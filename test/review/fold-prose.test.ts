import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldProse } from '../../src/review/fold-prose.js'

test.each([
  ['屏幕 显示 E-1190 ， 停机', '屏幕显示E-1190,停机'],
  ['见 1. 5 与 a , b', '见1. 5与a,b'],
  ['ＡＢ１ 和 x\u3000y', 'AB1和x y'],
  ['( a ) b : c', '(a)b:c'],
  ['𠮷 a 𠮷', '𠮷a𠮷'],
  ['😀 a', '😀 a'],
])('%s', (text, folded) => {
  expect(foldProse(text)).toBe(folded)
})

/** By the rule as docs/review.md has it, character by character. */
function slowly(text: string): string {
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, char => char.normalize('NFKC')).replace(/\s+/gu, ' ')
  const chars = [...narrow]
  const lets = (at: number, side: number): boolean => {
    const beside = chars[at + side]
    if (beside === undefined) return true
    if (/[\p{Script=Han}，；：？！。（）、“”‘’《》「」『』【】()]/u.test(beside)) return false
    const between = [chars[at + 2 * side], chars[at - side]]
    return !/[,;:?!.]/.test(beside) || between.every(char => /^[A-Za-z0-9]$/.test(char ?? ''))
  }
  const kept = chars.filter((char, at) => char !== ' ' || (lets(at, -1) && lets(at, 1))).join('')
  return kept.replace(/[，；：？！。（）]/g, char => ',;:?!.()'['，；：？！。（）'.indexOf(char)] ?? '')
}

test('texts of any kind', () => {
  const pieces = [
    ...'ab19 文字𠮷𰻝々〇，。；：？！（）、“”《》,.;:?!()-`Ａ９é😀',
    '\u3000',
    '\n',
    '\ud800',
    '\udc00',
    '한',
    '鿿',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ' ', ' ', ' '), { maxLength: 24 }), list => {
      expect(foldProse(list.join(''))).toBe(slowly(list.join('')))
    }),
    { numRuns: 20_000, seed: 5 },
  )
})

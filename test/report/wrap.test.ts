import { expect, test } from 'vitest'
import { unstyled } from '../../src/lib/style.js'
import { cells } from '../../src/lib/text.js'
import { type Inline, plainSpans, wrap } from '../../src/report/wrap.js'

const plain = (text: string, width: number): string[] => wrap(plainSpans(text), width)

test('English breaks at spaces, which then vanish', () => {
  expect(plain('the quick brown fox', 10)).toEqual(['the quick', 'brown fox'])
})

test('Han text breaks between characters, counted as two cells each', () => {
  expect(plain('空压机自动停机', 6)).toEqual(['空压机', '自动停', '机'])
})

test('no line begins with closing or ends with opening punctuation', () => {
  expect(plain('空压机停机，复位', 10)).toEqual(['空压机停', '机，复位'])
  expect(plain('温度报警（高温）', 10)).toEqual(['温度报警', '（高温）'])
  for (let width = 8; width < 60; width++) {
    for (const line of plain('他说：“先停机（按红色按钮），再断电。”然后查看《手册》第 3 页！', width)) {
      expect(line).not.toMatch(/^[，。：！）》”]/)
      expect(line).not.toMatch(/[（《“]$/)
      expect(cells(line)).toBeLessThanOrEqual(width)
    }
  }
})

test('a code beside Han text stays whole', () => {
  expect(plain('屏幕显示E-1203代码', 12)).toEqual(['屏幕显示', 'E-1203代码'])
})

test('a unit goes with its number', () => {
  expect(plain('温度达到 110 ℃ 时停机', 13)).toEqual(['温度达到', '110 ℃ 时停机'])
})

test('a word longer than a line is cut, without losing a character', () => {
  const url = `https://example.com/${'a'.repeat(50)}`
  const lines = plain(`see ${url} now`, 20)
  expect(lines.join('')).toBe(`see${url} now`)
  for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(20)
})

test('lines that an author broke inside Chinese read on without a space, Latin words with one', () => {
  expect(plain('第一行\n第二行\nwith\nwords', 40)).toEqual(['第一行第二行 with words'])
})

test('emoji families and combining marks are one character', () => {
  const family = '👨‍👩‍👧'
  expect(plain(family.repeat(3), 2)).toEqual([family, family, family])
  expect(plain('e\u0301'.repeat(3), 1)).toEqual(['e\u0301', 'e\u0301', 'e\u0301'])
})

test('a styled piece that is broken is styled in each line', () => {
  const lines = wrap(plainSpans('one two', 'bold'), 4)
  expect(lines.map(unstyled)).toEqual(['one', 'two'])
  for (const line of lines) expect(line).not.toBe(unstyled(line))
})

test('a wanted line break ends a line; an empty paragraph is a line', () => {
  const inlines: Inline[] = [...plainSpans('a'), 'break', 'break', ...plainSpans('b')]
  expect(wrap(inlines, 10)).toEqual(['a', '', 'b'])
  expect(wrap([], 10)).toEqual([''])
})

import { expect, test } from 'vitest'
import { bordersOf } from '../../src/rules/han-borders.js'
import { lineSigns } from '../../src/rules/line-signs.js'
import { mayBeTooLong } from '../../src/rules/long-sentences.js'
import { ProseText } from '../../src/rules/prose-text.js'
import { holds } from '../../src/rules/word-signs.js'

const file = (text: string) => ({ path: 'cases/a.md', text, problems: [] })
const borders = (text: string) => bordersOf(new ProseText({ block: 0, runs: [{ text, start: 0 }] }, text))

test('every code unit of the script Han meets letters, and no other does', () => {
  for (let unit = 0x80; unit < 0xd800; unit++) {
    const char = String.fromCharCode(unit)
    const isHan = /^\p{Script=Han}$/u.test(char)
    if (isHan !== borders(`${char}ab`).borders.length > 0) expect(`U+${unit.toString(16)}`).toBe('')
  }
  expect(borders('\ud842\udfb7ab \ud842\udfb7').borders.map(({ at, spaced }) => [at, spaced])).toEqual([
    [2, false],
    [4, true],
  ])
})

test.each([
  ['1. a\n2. b', {}],
  ['- a\n- b', {}],
  ['1、a', { typedNumber: true }],
  ['> 1.打开', { typedNumber: true }],
  ['(1) a', { typedNumber: true }],
  ['步骤 1', { typedNumber: true }],
  ['• a', { typedBullet: true }],
  ['-打开', { typedBullet: true }],
  ['1. a\n  - b', { sunkBullet: true }],
  ['##打开', { tightHeading: true }],
  ['## Steps', {}],
  ['- 客服：您好\n[10:23] Li: hello\n张三 2026/1/2 10:23:11\nno colon', { turns: 3 }],
])('the beginnings of the lines of %j', (text, expected) => {
  const none = { typedNumber: false, typedBullet: false, sunkBullet: false, tightHeading: false, turns: 0 }
  expect(lineSigns(file(text))).toEqual({ ...none, ...expected })
})

test('behind other line breaks anything may begin', () => {
  expect(lineSigns(file('a\r\nb'))).toMatchObject({ typedNumber: true, turns: Number.POSITIVE_INFINITY })
})

test('words of a body are found', () => {
  expect(holds(file('設備停机'), 'traditional')).toBe(true)
  expect(holds(file('设备停机'), 'traditional')).toBe(false)
})

test('sentences are added up only until one ends for certain', () => {
  const limits = { maxCharacters: 20, maxWords: 4 }
  expect(mayBeTooLong('按下重启键等待十秒。再按下电源键等待十秒。', limits)).toBe(false)
  expect(mayBeTooLong('按下重启键等待十秒，再按下电源键等待十秒以上', limits)).toBe(true)
  expect(mayBeTooLong('Press the reset button. Wait for the light.', limits)).toBe(false)
  expect(mayBeTooLong('It takes approx. Ten seconds then', limits)).toBe(true)
})

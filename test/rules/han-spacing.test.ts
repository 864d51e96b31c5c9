import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'han-spacing'
const withText = (text: string) =>
  exampleCase({ language: 'zh-CN', title: '测试' }, exampleBody('Use channel 36.', text))
const SPACED = '打开 Wi-Fi 设置，关闭 VPN 后重启 App 即可，再看 LED 灯。'
const better = (text: string, spaces: string) => {
  const options = { [RULE]: { spaces } }
  return findings(RULE, withText(text), { options }).map(({ code, args }) => `${code} ${args['text']}`)
}

test('where four places in five agree, the others are named and set right', () => {
  const text = withText(`${SPACED}用手机App登录。`)
  expect(found(RULE, text)).toEqual(['missing 34:42 note', 'missing 34:45 note'])
  expect(fixed(RULE, withText(`${SPACED}用手机 App登录。`))).toBe(withText(`${SPACED}用手机 App 登录。`))
  const tight = SPACED.replaceAll(/(?<=[a-zA-Z]) | (?=[a-zA-Z])/g, '')
  expect(fixed(RULE, withText(`${tight}手机 App登录。`))).toBe(withText(`${tight}手机App登录。`))
})

test('without a habit there is nothing to say', () => {
  expect(found(RULE, withText('打开 Wi-Fi设置，关闭VPN 后重启 App即可。'))).toEqual([])
  expect(found(RULE, withText('用 App登录。'))).toEqual([])
})

test('letters and digits have habits of their own', () => {
  expect(found(RULE, withText(`${SPACED}等3秒，按2次，用5根线，共4台，第6个。`))).toEqual([])
})

test('a style of the library holds everywhere', () => {
  expect(better('用App登录，等3秒。', 'always')).toEqual([
    'missing 用A',
    'missing p登',
    'missing 等3',
    'missing 3秒',
  ])
  expect(better('用 App 登录。', 'never')).toEqual(['extra 用 A', 'extra p 登'])
  expect(better('用App登录。 完', 'ignore')).toEqual(['mark undefined'])
})

test('words that are one, dates and ordinals stay as they are', () => {
  expect(better('U盘和C盘，2026年1月2日，第3步。', 'always')).toEqual([])
})

test('a space beside a full-width mark is wrong in any style', () => {
  expect(fixed(RULE, withText('断电 ，再上电 （等灯灭） 。 完'))).toBe(withText('断电，再上电（等灯灭）。完'))
  expect(found(RULE, withText('断电 ，再上电'))).toEqual(['mark 34:3 note'])
  // Without the space the words would no longer be bold.
  expect(found(RULE, withText('**先断电。** 再上电'))).toEqual([])
  // Without the space the address would no longer be a link.
  expect(found(RULE, withText('参见： https://example.org ，再看 `a` ，'))).toEqual(['mark 34:32 note'])
})

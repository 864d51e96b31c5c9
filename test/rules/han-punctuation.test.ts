import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { hanMarks } from '../../src/rules/han-marks.js'
import { fixed, found } from './lint-text.js'

const RULE = 'han-punctuation'
const withText = (text: string, fields: Record<string, string> = {}) =>
  exampleCase({ language: 'zh-CN', ...fields }, exampleBody('Use channel 36.', text))
const better = (text: string) =>
  fixed(RULE, withText(text)).split('## Resolution\n\n')[1]?.split('\n\n## Steps')[0]

test('each mark is a finding at its place', () => {
  expect(found(RULE, withText('先断电,再上电(等灯灭),用 ３６ 信道.'))).toEqual([
    'half 34:4 warning',
    'brackets 34:8 warning',
    'half 34:13 warning',
    'full 34:16 warning',
    'half 34:21 warning',
  ])
})

describe('the fix', () => {
  test.each([
    ['先断电, 再上电;然后:看灯', '先断电，再上电；然后：看灯'],
    ['亮了吗?亮了!', '亮了吗？亮了！'],
    ['支持 ESP32?', '支持 ESP32？'],
    ['芯片 (含模组) 支持', '芯片（含模组）支持'],
    ['全角（开,半角)关', '全角（开，半角）关'],
    ['API, 然后', 'API，然后'],
    ['`a`, 然后', '`a`，然后'],
    ['**注意**: 断电', '**注意**：断电'],
    ['断电.\n上电.', '断电。\n上电。'],
    ['ＡＢ１２', 'AB12'],
    ['操作示例:', '操作示例：'],
  ])('%s', (text, after) => {
    expect(better(text)).toBe(after)
  })

  test('sets the title right as well', () => {
    expect(fixed(RULE, withText('x', { title: '路由器掉线,W-104' }))).toContain('title: 路由器掉线，W-104')
  })
})

test.each([
  '在 10:30 重启，比例 1:2，版本 5.1。',
  '支持 RGB565, YUV422, JPEG 等格式。',
  '频率 (PCLK) 为 12 MHz。',
  '`a,b:c(中)`',
  '[中文](a,b.md "c,d")',
  '<https://example.org/中,文>',
  '调用 set(值) 函数。',
  'In English, it says (nothing): why? Because!',
  '一. 准备',
  '笑脸好:)',
  '等...再等',
  '中文\\, 转义',
])('%s is left alone', text => {
  expect(found(RULE, withText(text))).toEqual([])
})

test('cases in other languages are left alone', () => {
  expect(found(RULE, withText('Press 菜单, then 设置.', { language: 'en' }))).toEqual([])
})

test('what is set right stays right', () => {
  const piece = fc.constantFrom(...'中文Ab1 ,;:?!.()（），３`*\n“”')
  const setRight = (text: string): string => {
    const chars = [...text]
    for (const { at, text: better } of hanMarks(text).flatMap(mark => mark.edits)) chars[at] = better
    return chars.join('')
  }
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 24 }), text => {
      // A mark that is set right may show that the next one belongs to the sentence too.
      let better = text
      for (let i = 0; i < 24; i++) better = setRight(better)
      expect(hanMarks(better)).toEqual([])
      expect(better).toHaveLength(text.length)
    }),
    { seed: 4, numRuns: 2000 },
  )
})

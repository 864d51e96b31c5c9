import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { SIMPLIFIED_OF, TRADITIONAL_OF } from '../../src/rules/script-variants.js'
import { findings, found } from './lint-text.js'

const RULE = 'mixed-script'
const withText = (text: string, language = 'zh-CN') =>
  exampleCase({ language }, exampleBody('Use channel 36.', text))
const parts = (text: string, language?: string) =>
  findings(RULE, withText(text, language)).map(
    ({ code, args }) => `${code} ${args['text']} ${args['better']}`,
  )

test('characters of the other script are named with their own, neighbours together', () => {
  expect(parts('屏幕顯示紅字后重启，再開機。')).toEqual([
    'traditional 顯示紅 显示红',
    'traditional 開機 开机',
  ])
  expect(parts('螢幕顯示紅字後重启。', 'zh-TW')).toEqual(['simplified 启 啟'])
  expect(parts('螢幕顯示紅字後重启。', 'zh-Hant-HK')).toEqual(['simplified 启 啟'])
  expect(found(RULE, withText('屏幕顯示'))).toEqual(['traditional 34:3 warning'])
})

test.each([
  '屏幕显示“連線中”。',
  '见《電腦手冊》。',
  '瞭望塔、著名、乾坤、后面',
  'エラー：設定を確認',
  'English only.',
  '`開機`',
])('%s is left alone', text => {
  expect(parts(text)).toEqual([])
})

test('a text that is of the other script as a whole has the wrong language', () => {
  const text = '螢幕顯示紅字後請關機，檢查電線與網路，確認無誤後開機。'
  expect(found(RULE, withText(text))).toEqual(['language 6:11 warning'])
  expect(found(RULE, withText(text, 'zh-TW'))).toEqual([])
  expect(found(RULE, withText(text, 'ja'))).toEqual([])
})

test('names may keep their characters', () => {
  const options = { [RULE]: { allow: ['臺積電'] } }
  expect(found(RULE, withText('芯片由臺積電代工。'), { options })).toEqual([])
})

test('no character counts as belonging to both scripts', () => {
  const both = [...SIMPLIFIED_OF.keys()].filter(char => TRADITIONAL_OF.has(char))
  expect(both).toEqual([])
  expect(SIMPLIFIED_OF.size).toBeGreaterThan(1700)
  expect(TRADITIONAL_OF.size).toBeGreaterThan(1600)
})

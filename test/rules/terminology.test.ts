import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { EXAMPLE_PATH, findings, fixed } from './lint-text.js'

const RULE = 'terminology'
const CONFIG = `version: 1
terms:
  - { use: 路由器, avoid: [路由, 猫], language: zh, note: 与铭牌一致。 }
  - { use: 光猫, avoid: [光调制解调器] }
  - { use: Wi-Fi, avoid: [wifi, wi fi] }
  - { use: base station, avoid: [node B] }
`
const lib = (text: string, fields: Record<string, string> = { language: 'zh-CN' }) => ({
  'casectl.config.yml': CONFIG,
  [EXAMPLE_PATH]: exampleCase(fields, exampleBody('Use channel 36.', text)),
})
const words = (text: string, fields?: Record<string, string>) =>
  findings(RULE, lib(text, fields)).map(
    ({ code, args, at }) => `${code} ${args['word']} ${at?.line}:${at?.column}`,
  )

test('words to avoid are named where they stand, the longest word first', () => {
  expect(words('换路由，别动光猫、路由器和**猫**。')).toEqual(['avoid 路由 34:2', 'avoid 猫 34:16'])
  expect(words('用 WIFI 或 wifi，不用 wifi6、mywifi 和 Wi-Fi。')).toEqual([
    'avoid WIFI 34:3',
    'avoid wifi 34:10',
  ])
})

test('names of the taxonomy are words of their own', () => {
  // The sample taxonomy names a product 家用路由器 and an alias WiFi 慢.
  expect(words('WiFi 慢时重启。')).toEqual([])
})

test('a term may hold for one language only', () => {
  expect(words('The 猫 stays, the node b does not.', { language: 'en' })).toEqual(['avoid node b 34:18'])
})

test.each(['`路由` 命令', '见[路由说明](a.md)。', '屏幕显示“路由”。', '> 路由坏了', '客户说我家路由坏了。'])(
  '%s keeps the words of others',
  text => {
    const fields = { language: 'zh-CN', customer_phrases: '[我家路由坏了]' }
    expect(words(text, fields)).toEqual([])
  },
)

test('the message carries the note', () => {
  expect(findings(RULE, lib('换路由。'))[0]?.message.zh).toContain('与铭牌一致。')
})

test('the fix replaces the word, in the title too, and keeps a capital', () => {
  const fields = { language: 'zh-CN', title: '换路由后 wifi 掉线' }
  const after = fixed(RULE, lib('换路由。Node B is off.', fields))
  expect(after).toContain('title: 换路由器后 Wi-Fi 掉线')
  expect(after).toContain('换路由器。Base station is off.')
  expect(findings(RULE, { 'casectl.config.yml': CONFIG, [EXAMPLE_PATH]: after })).toEqual([])
})

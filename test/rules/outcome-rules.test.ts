import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const UNITS = 'outcome-units'
const CLAIM = 'claimed-improvement'
const resolved = (text: string, fields: Record<string, string> = {}) =>
  exampleCase(fields, exampleBody('Use channel 36.', text))

test('an outcome without number or unit is named at its metric', () => {
  const outcomes =
    '[{ metric: 满意度提升 }, { metric: 掉线, before: 7 }, { metric: 用时, after: 0, unit: 分钟 }]'
  expect(found(UNITS, exampleCase({ outcomes }))).toEqual(['number 16:22 warning', 'unit 16:41 warning'])
})

test('a section of outcomes without any number is named, unless the front matter holds them', () => {
  const body = exampleBody('## Cautions', '## Outcomes\n\nThe customer is happy.\n\n## Cautions')
  expect(found(UNITS, exampleCase({}, body))).toEqual(['words 40:1 warning'])
  expect(found(UNITS, exampleCase({ outcomes: '[{ metric: a, after: 1, unit: b }]' }, body))).toEqual([])
  expect(found(UNITS, exampleCase({}, body.replace('is happy', 'waits half as long')))).toEqual([])
})

test.each([
  ['处理时间缩短了一半。', '缩短了一半'],
  ['将响应时间降低了 35%。', '降低了 35%'],
  ['从 3 小时缩短到 20 分钟。', '从 3 小时缩短到 20'],
  ['返修率下降百分之三十。', '下降百分之三十'],
  ['This reduced the calls by 35 %.', 'reduced the calls by 35 %'],
  ['Printing is now 40% faster.', ''],
  ['Support answered 40% faster.', '40% faster'],
])('%s claims an improvement', (text, claimed) => {
  const texts = findings(CLAIM, resolved(text)).map(({ args }) => args['text'])
  expect(texts).toEqual(claimed === '' ? [] : [claimed])
})

test('the claim is marked, and fine once there is an outcome', () => {
  expect(found(CLAIM, resolved('处理时间缩短了一半。'))).toEqual(['claim 34:5 warning'])
  expect(
    found(CLAIM, resolved('处理时间缩短了一半。', { outcomes: '[{ metric: a, after: 1, unit: b }]' })),
  ).toEqual([])
})

test.each([
  '可以把功耗降低 30%。',
  '将缓冲区增加 2 倍。',
  '超过 700 mV 时把周期缩短一半。',
  'This can be reduced by 50 %.',
  'The range is reduced by 50 %.',
  '`降低了 35%`',
  '> 客户说快了一半',
])('%s is no claim', text => {
  expect(found(CLAIM, resolved(text))).toEqual([])
})

test('what got worse in the symptoms is no claim', () => {
  expect(found(CLAIM, exampleCase({}, exampleBody('The log shows W-104.', '速率下降了 30%。')))).toEqual([])
})

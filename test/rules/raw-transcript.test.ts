import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const RULE = 'raw-transcript'
const withText = (text: string) => exampleCase({}, exampleBody('Use channel 36.', text))

test('a talk is one finding, from its first turn to its last', () => {
  const text = withText('客服：您好\n客户：连不上\n客服：灯亮吗？\n客户（李女士）：不亮')
  expect(findings(RULE, text).map(({ code, args, at }) => [code, args['count'], at?.line])).toEqual([
    ['chat', 4, 34],
  ])
  const at = findings(RULE, text)[0]?.at
  expect(text.slice(at?.start, at?.end)).toBe('客服：您好\n客户：连不上\n客服：灯亮吗？\n客户（李女士）：')
})

test.each([
  ['times in brackets', '[10:23] 张三: 在吗\n[10:24] 李四: 在\n[10:24] 张三: 掉线了\n[10:25] 李四: 重启'],
  [
    'a line for name and time',
    '2026-01-02 10:23:11 张三\n在吗\n\n2026-01-02 10:24:11 李四\n在\n\n2026-01-02 10:25:00 张三\n掉线\n\n2026-01-02 10:26:00 李四\n重启',
  ],
  [
    'name before time',
    '张三 2026/1/2 10:23\n在吗\n李四 2026/1/2 10:24\n在\n张三 2026/1/2 10:25\n掉线\n李四 2026/1/2 10:26\n好',
  ],
  ['bold roles in a list', '- **Customer:** a\n- **Agent:** b\n- **Customer:** c\n- **Agent:** d'],
])('%s', (_name, text) => {
  expect(found(RULE, withText(text)).map(line => line.split(' ')[0])).toEqual(['chat'])
})

test.each([
  ['headers', 'From: Li\nSent: Monday\nSubject: W-104'],
  ['Chinese headers', '**发件人：** 李\n**收件人：** 客服\n**主题：** 掉线'],
  ['a quoting line', 'On Mon, Jan 5, 2026 at 9:00 AM Li wrote:'],
  ['a forwarding line', '-----Original Message-----'],
])('a mail is recognised by %s', (_name, text) => {
  expect(found(RULE, withText(text))).toEqual(['mail 34:1 warning'])
})

test.each([
  ['a list of roles', '客户：某厂\n用户：李工\n客服：王工\n工程师：张工'],
  ['a timeline', '- 10:23 重启设备\n- 10:25 设备上线\n- 10:30 再次掉线\n- 10:32 换信道'],
  ['three turns', '客服：您好\n客户：连不上\n客服：重启'],
  ['a transcript in code', '```\nAgent: a\nClient: b\nAgent: c\nClient: d\n```'],
  ['a log', '2026-01-02 10:23:11 ERROR wifi: a\n2026-01-02 10:23:12 ERROR wifi: b'],
  ['one header', 'From: the menu\nTo: the port'],
  ['questions and answers', '问：a\n答：b\n问：c\n答：d'],
])('%s is none', (_name, text) => {
  expect(found(RULE, withText(text))).toEqual([])
})

test('the number of turns is an option', () => {
  const options = { [RULE]: { lines: 3 } }
  expect(found(RULE, withText('客服：您好\n客户：连不上\n客服：重启'), { options })).toEqual([
    'chat 34:1 warning',
  ])
})

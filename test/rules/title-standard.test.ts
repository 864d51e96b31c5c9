import { describe, expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'title-standard'
const titled = (title: string, fields: Record<string, string> = {}) =>
  exampleCase({ title: JSON.stringify(title), ...fields })
const codes = (title: string, fields: Record<string, string> = {}) =>
  findings(RULE, titled(title, fields)).map(({ code }) => code)

test('findings stand on the very words of the title, as warnings', () => {
  expect(found(RULE, titled('急！！家用路由器 W-104 每晚掉线。'))).toEqual([
    'noise 4:9 warning',
    'marks 4:10 warning',
    'trailing 4:28 warning',
  ])
})

describe.each([
  [
    'generic',
    ['求助', '一个问题', 'help please', 'Problem with the device', '系统报错，怎么办？', 'issue 12'],
  ],
  ['onlyProduct', ['家用路由器故障', 'Home router issue', '路由器']],
  ['short', ['灯不亮', 'no 5G']],
  ['long', ['x'.repeat(121), '长'.repeat(61)]],
  [
    'noise',
    [
      '【急】收银终端报 C-91',
      '紧急：收银终端报 C-91',
      '请问收银终端报 C-91 怎么处理',
      '收银终端报 C-91，在线等',
      'URGENT: terminal shows C-91',
      'Hello, terminal shows C-91',
      'Terminal shows C-91, please help',
    ],
  ],
  [
    'prefix',
    [
      '#1234 terminal shows C-91',
      '2026-01-02 收银终端报 C-91',
      '工单 20231 收银终端报 C-91',
      '【TK-1】收银终端报 C-91',
    ],
  ],
  ['marks', ['收银终端报 C-91？？怎么处理', 'Terminal shows C-91?! Why']],
  ['trailing', ['收银终端报 C-91。', 'Terminal shows C-91...', '收银终端报 C-91：']],
])('%s', (code, titles) => {
  test.each(titles)('%s', title => {
    expect(codes(title)).toContain(code)
  })
})

test.each([
  '空压机保养做完了，ALM-21 保养提示为什么还在？',
  'ALM-12 露点高',
  '紧急停机按钮按下后无法复位',
  '求助按钮失灵，值班室无响铃',
  'Emergency stop of the compressor does not release',
  'Help button on the lift panel stays dark',
  '2024年3月起税率变更后开票报 INV-4031',
  'E_SIGN_MISMATCH for requests with accented text',
  'Invoice bounced at Acme Inc.',
  '报错 “waiting for download...” 后停住',
  'HTTP 404 错误',
  'POS terminal shows 80090016 after start',
])('%s is a good title', title => {
  expect(codes(title)).toEqual([])
})

test('an error code or an own product may lead, a ticket of the case may not', () => {
  expect(codes('TK-1 terminal shows C-91')).toEqual(['prefix'])
  expect(codes('TK-2 terminal shows C-91')).toEqual([])
})

test('words of the library count as generic where its options say so', () => {
  const options = { [RULE]: { generic: ['咨询单'] } }
  expect(findings(RULE, titled('咨询单：问题反馈'), { options }).map(({ code }) => code)).toEqual(['generic'])
  expect(codes('咨询单：问题反馈')).toEqual([])
})

test('the fix takes off marks in the title and in the H1 that repeats it', () => {
  const text = titled('Home router W-104 drops 5 GHz at night', {}).replaceAll('at night', 'at night??..')
  expect(fixed(RULE, text)).toBe(text.replaceAll('at night??..', 'at night?'))
})

test('a draft is told in notes', () => {
  expect(found(RULE, titled('求助', { status: 'draft' }))).toEqual(['generic 4:9 note'])
})

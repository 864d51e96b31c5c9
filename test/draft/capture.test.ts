import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaptureRequest, captureDraft } from '../../src/draft/capture.js'
import { firstSentence } from '../../src/draft/sentence.js'
import { parseTemplate } from '../../src/draft/template.js'
import { lintText } from '../rules/lint-text.js'
import { readSound, shipped } from './support.js'

function capture(over: Partial<CaptureRequest> = {}): { path: string; text: string } {
  return captureDraft({
    id: 'CASE-7F3KQ',
    language: 'zh-CN',
    day: '2026-11-05',
    audience: 'internal',
    category: 'no-internet',
    symptom: '改密码后插座连不上。状态页显示 ERR_WIFI_AUTH，红灯每 2 秒闪一次。',
    tried: '1. 重启路由器：没有变化\n2. 重新上电：没有变化',
    customer: '酒店，固件 2.4.1',
    folder: 'cases',
    template: shipped('case', 'zh'),
    ...over,
  })
}

test('an intake becomes a draft in the inbox, every answer in its section', () => {
  const { path, text } = capture()
  expect(path).toBe('cases/inbox/CASE-7F3KQ-改密码后插座连不上.md')
  const found = readSound(text)
  expect(found).toMatchObject({
    status: 'draft',
    title: '改密码后插座连不上',
    customerPhrases: ['改密码后插座连不上。'],
    errorCodes: ['ERR_WIFI_AUTH'],
    source: { type: 'other', refs: [] },
  })
  expect(found.terms.map(term => term.value)).toEqual(['no-internet'])
  const filled = found.body.sections.filter(section => !section.empty)
  expect(filled.map(section => section.id)).toEqual(['background', 'symptoms', 'tried'])
})

test('a captured draft has warnings at most', () => {
  const { path, text } = capture()
  expect(lintText({ [path]: text }).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a given title and source are used', () => {
  const { path, text } = capture({ title: '插座离线', source: { type: 'phone', refs: ['TK-9'] } })
  expect(path).toBe('cases/inbox/CASE-7F3KQ-插座离线.md')
  expect(readSound(text)).toMatchObject({ title: '插座离线', source: { type: 'phone', refs: ['TK-9'] } })
})

test('a long symptom without a full stop gives a short title and a phrase within the schema', () => {
  const found = readSound(capture({ symptom: '很长'.repeat(400) }).text)
  expect([...found.title]).toHaveLength(80)
  expect([...(found.customerPhrases[0] ?? '')]).toHaveLength(300)
})

test('nothing that was typed is lost, whatever the template has places for', () => {
  const bare = parseTemplate('---\nstatus: draft\ncategory: other\n---\n\n## Steps\n', 'case.en.md')
  const words = fc.string({
    unit: fc.constantFrom('a', '停', ' ', '\n', ':', '"', "'", '{{id}}', '<', '`', '\\', '*', '$&'),
    maxLength: 40,
  })
  const answers = fc.record({ symptom: words, tried: words, customer: words })
  fc.assert(
    fc.property(
      answers,
      fc.constantFrom(bare, shipped('case', 'zh'), shipped('case', 'en')),
      (typed, template) => {
        const { text } = capture({ ...typed, symptom: `s ${typed.symptom}`, template })
        expect(readSound(text).terms.map(term => term.value)).toContain('no-internet')
        for (const answer of [`s ${typed.symptom}`, typed.tried, typed.customer]) {
          expect(text).toContain(answer.replace(/^(?:[ ]*\n)+/, '').trimEnd())
        }
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['路由器断网。每晚都断。', '路由器断网。'],
  ['真的吗？！对', '真的吗？！'],
  ['“又断了！”客户说', '“又断了！”'],
  ['Firmware 2.4.1 hangs. Then it restarts.', 'Firmware 2.4.1 hangs.'],
  ['# - 1. first line\nsecond', 'first line'],
  ['no end', 'no end'],
  ['', ''],
])('the first sentence of %j is %j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence)
})

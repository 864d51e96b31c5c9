import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'ordered-steps'
const STEP = '1. Open Wi-Fi, 5 GHz, and set the channel to 36.'
const withSteps = (text: string, fields: Record<string, string> = {}) =>
  exampleCase(fields, exampleBody(STEP, text))
const lint = (text: string) => found(RULE, withSteps(text))
const fix = (text: string) =>
  fixed(RULE, withSteps(text)).split('## Steps\n\n')[1]?.split('\n\n## Cautions')[0]

describe('the section of the steps', () => {
  test('holds a numbered list, also one with a single step or in a deeper place', () => {
    expect(lint(STEP)).toEqual([])
    expect(lint('- Router:\n\n  1. Reset it.')).toEqual([])
    expect(lint('Open Wi-Fi.')).toEqual(['noList 36:1 warning'])
    expect(lint('- Open Wi-Fi.\n- Set the channel.')).toEqual(['noList 36:1 warning'])
  })

  test.each([
    ['numbered headings', '### Step 1: open\n\nWi-Fi.'],
    ['numbered headings in Chinese', '### 第一步 打开\n\n无线设置。'],
    ['a table', '| Step | What |\n| --- | --- |\n| 1 | Open |'],
    ['a link to the case that has them', 'As in [the procedure](CASE-00001.md).'],
    ['rows numbered by hand, which are reported as such', '1、Open.\n2、Set.'],
  ])('may have %s', (_name, text) => {
    expect(lint(text).filter(finding => finding.startsWith('noList'))).toEqual([])
  })

  test('is not asked for where the kind has none, where it is empty, and as a note in drafts', () => {
    expect(found(RULE, exampleCase({ kind: 'faq' }, '\n## Steps\n\nOpen.\n'))).toEqual([])
    expect(lint('')).toEqual([])
    expect(found(RULE, withSteps('Open Wi-Fi.', { status: 'draft' }))).toEqual(['noList 36:1 note'])
    expect(found(RULE, withSteps('Open Wi-Fi.', { kind: 'story' }))).toEqual([])
  })
})

describe('rows numbered by hand', () => {
  test.each([
    ['1、打开\n2、关闭', '1. 打开\n2. 关闭'],
    ['1．打开\n2．关闭', '1. 打开\n2. 关闭'],
    ['１、打开\n２、关闭', '1. 打开\n2. 关闭'],
    ['1.打开\n2.关闭', '1. 打开\n2. 关闭'],
    ['（1）打开\n（2）关闭', '1. 打开\n2. 关闭'],
    ['(1) Open\n(2) Close', '1. Open\n2. Close'],
    ['①打开\n② 关闭', '1. 打开\n2. 关闭'],
    ['第一步：打开\n第二步：关闭', '1. 打开\n2. 关闭'],
    ['步骤1：打开\n步骤2：关闭', '1. 打开\n2. 关闭'],
    ['Step 1: Open\nStep 2: Close', '1. Open\n2. Close'],
    ['1、打开\n继续\n\n2、关闭', '1. 打开\n继续\n\n2. 关闭'],
  ])('%s', (text, better) => {
    expect(lint(text)).toEqual(['typed 38:1 warning'])
    expect(fix(text)).toBe(better)
    expect(lint(better)).toEqual([])
  })

  test('ten and more are counted, in words as well', () => {
    const words = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
    const text = words.map(word => `第${word}步：做`).join('\n')
    expect(findings(RULE, withSteps(text))[0]?.args).toEqual({ count: 12, marker: '第一步' })
    expect(fix(text)).toContain('12. 做')
  })

  test.each([
    ['one row alone', '1、打开'],
    ['rows that do not begin with one', '2、打开\n3、关闭'],
    ['rows out of order', '1、打开\n3、关闭'],
    ['numbers with decimals', '1.5 V at pin 1\n2.5 V at pin 2'],
    ['marks inside a line', '先①打开，再②关闭'],
    ['code', '```\n1、打开\n2、关闭\n```'],
    ['a heading between them', '1、打开\n\n### 另外\n\n2、关闭'],
  ])('%s are none', (_name, text) => {
    expect(lint(`${STEP}\n\n${text}`).filter(finding => finding.startsWith('typed'))).toEqual([])
  })

  test.each([
    ['something else stands between them', '1、打开\n\n```\na\n```\n\n2、关闭'],
    ['they stand in a list', '1. 打开\n   ①左\n   ②右'],
    ['the words go on as a sentence', '第一步是打开\n第二步是关闭'],
    ['the line ends in a hard break', '1、打开\\\n2、关闭'],
    ['code by indentation follows', '1、打开\n2、关闭\n\n    code'],
  ])('are left as they are where %s', (_name, text) => {
    expect(findings(RULE, withSteps(text)).map(({ code, fix: edits }) => [code, edits])).toEqual([
      ['typed', undefined],
    ])
  })

  test('elsewhere than in the steps they are a note', () => {
    const text = exampleCase({}, exampleBody('Use channel 36.', '1、打开\n2、关闭'))
    expect(found(RULE, text)).toEqual(['typed 34:1 note'])
  })
})

describe('numbers', () => {
  test.each([
    '1. a\n2. b\n3. c',
    '1. a\n1. b\n1. c',
    '0. a\n1. b',
    '1. a\n\n   - x\n\n2. b',
    '1. a\n\ntext\n\n2. b',
  ])('%j are those that are shown', text => {
    expect(lint(text)).toEqual([])
  })

  test('a number that is shown otherwise is found and written as it is shown', () => {
    expect(lint('1. a\n2. b\n4. c\n5. d')).toEqual(['numbering 40:1 warning'])
    expect(findings(RULE, withSteps('1. a\n2. b\n4. c'))[0]?.args).toEqual({ written: 4, shown: 3 })
    expect(fix('1. a\n2. b\n4. c\n5. d')).toBe('1. a\n2. b\n3. c\n4. d')
    expect(fix('1. a\n1. b\n3. c')).toBe('1. a\n2. b\n3. c')
    expect(fix('9) a\n9) b\n8) c')).toBe('9) a\n10) b\n11) c')
  })

  test('an item of several lines is not renumbered where its lines would have to move', () => {
    const [, finding] = findings(RULE, withSteps('9. a\n9. b\n   c\n8. d'))
    expect([finding?.code, finding?.fix]).toEqual(['numbering', undefined])
  })

  test('a list that begins late without one before it is a note', () => {
    expect(lint('2. a\n3. b')).toEqual(['start 38:1 note'])
    expect(lint('1. a\n\n- x\n\n2. b')).toEqual([])
  })
})

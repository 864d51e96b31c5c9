import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'list-shape'
const withText = (text: string) => exampleCase({}, exampleBody('Use channel 36.', text))
const lint = (text: string) => found(RULE, withText(text))
const fix = (text: string) =>
  fixed(RULE, withText(text)).split('## Resolution\n\n')[1]?.split('\n\n## Steps')[0]

describe('rows that look like a list', () => {
  test.each([
    ['• one\n• two', '- one\n- two', 'bullets'],
    ['●一\n●二', '- 一\n- 二', 'bullets'],
    ['text\n· one\n· two', 'text\n- one\n- two', 'bullets'],
    ['-一\n-二', '- 一\n- 二', 'space'],
    ['*一\n*二', '- 一\n- 二', 'space'],
  ])('%s', (text, better, code) => {
    expect(findings(RULE, withText(text)).map(finding => finding.code)).toEqual([code])
    expect(fix(text)).toBe(better)
    expect(lint(better)).toEqual([])
  })

  test.each([
    ['one row', '• one'],
    ['rows with different marks', '• one\n✓ two'],
    ['numbers below zero', '-5 °C\n-7 °C'],
    ['options of a command', '-a all\n-b both'],
    ['code', '```\n• one\n• two\n```'],
    ['a list', '- one\n- two'],
  ])('%s are none', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  test('are a warning at the first mark, and stay as they are in a list', () => {
    expect(lint('See:\n• one\n• two')).toEqual(['bullets 35:1 warning'])
    expect(findings(RULE, withText('1. a\n   • one\n   • two'))[0]?.fix).toBeUndefined()
  })
})

describe('points below a numbered step', () => {
  test('that are indented too little break the list off; the fix indents them', () => {
    const text = '1. a\n  - x\n  - y\n2. b\n\n  - z\n\n3. c'
    expect(lint(text)).toEqual(['indent 35:3 warning', 'indent 39:3 warning'])
    expect(findings(RULE, withText(text))[0]?.args).toEqual({ indent: 2, number: 1, expected: 3 })
    expect(fix(text)).toBe('1. a\n   - x\n   - y\n2. b\n\n   - z\n\n3. c')
    expect(lint(fix(text) ?? '')).toEqual([])
  })

  test.each(['1. a\n   - x\n2. b', '1. a\n- x', '1. a\n\n - x\n\nText.', '- a\n  - x'])(
    '%j is as it should be',
    text => {
      expect(lint(text)).toEqual([])
    },
  )
})

import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'template-text'
const LINE = 'Use channel 36.'
const withText = (text: string) => exampleCase({}, exampleBody(LINE, text))
const lint = (text: string) =>
  findings(RULE, withText(text)).map(({ code, args }) => [code, args['text']].join(' ').trim())

test('hints, placeholders and marks are warnings at their places', () => {
  expect(found(RULE, withText('<!-- hint: what to do -->\nUse channel 36.'))).toEqual(['hint 34:1 warning'])
  expect(found(RULE, withText('Set {{channel}}.'))).toEqual(['placeholder 34:5 warning'])
  expect(found(RULE, withText('TODO'))).toEqual(['mark 34:1 warning'])
})

test('front matter is looked at as well', () => {
  const text = exampleCase({
    title: '"{{title}}"',
    tags: '[TBD]',
    customer_phrases: '["it shows `{{name}}`"]',
  })
  expect(found(RULE, text)).toEqual(['placeholder 4:9 warning', 'mark 16:8 warning'])
})

describe('marks are words of their own', () => {
  test.each([
    'TODO: ask',
    '(TBD)',
    'FIXME',
    '步骤：待补充',
    '内容待填写。',
    '待补充',
    '**TODO**',
    '这里TODO',
  ])('%s', text => {
    expect(lint(text)).toHaveLength(1)
  })

  test.each(['TODOs', 'MY_TODO', 'E-TBD', 'TODO-12', 'todo', '待补充冷却液', '{ }', '{{}'])(
    '%s is none',
    text => {
      expect(lint(text)).toEqual([])
    },
  )
})

describe('code is left alone', () => {
  test.each([
    ['a span', 'Type `TODO {{x}}` there.'],
    ['a long span', 'Type ``a ` TODO`` there.'],
    ['a span over two lines', 'Type `a\nTODO` there.'],
    ['a fence', '```sh\nTODO\n```'],
    ['a fence with a shorter one inside', '````\n```\nTODO\n````'],
    ['tildes', '~~~\n``` TODO\n~~~'],
    ['a fence in a list', '1. Run\n\n   ```\n   TODO\n   ```'],
    ['a fence in a quote', '> ```\n> TODO\n> ```'],
    ['an open fence', '```\nTODO'],
  ])('%s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  test.each([
    ['behind a fence', '```\ncode\n```\nTODO'],
    ['between spans', '`a` TODO `b`'],
    ['behind a lone backquote', 'a ` TODO'],
    ['behind an escaped backquote', 'a \\` TODO `'],
    ['where the next paragraph holds the other backquote', 'a ` TODO\n\nb ` c'],
    ['in a comment', '<!-- TODO: ask -->'],
  ])('prose %s is not', (_name, text) => {
    expect(lint(text)).toEqual(['mark TODO'])
  })

  test('a file full of backquotes is read in linear time', () => {
    const runs = Array.from({ length: 300 }, (_, i) => '`'.repeat(i + 1)).join(' ')
    const text = withText(
      Array.from({ length: 4 }, () => `${runs.slice(0, 8000)}\n${runs.slice(8000, 16_000)}`).join('\n'),
    )
    const start = performance.now()
    found(RULE, text)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('the fix removes hints', () => {
  const withoutHints = (text: string) =>
    fixed(RULE, withText(text)).split('## Resolution\n\n')[1]?.split('\n\n## Steps')[0]

  test('with the line where one stands alone, and one of the blank lines around it', () => {
    expect(withoutHints(`<!-- hint: a -->\n${LINE}`)).toBe(LINE)
    expect(withoutHints(`<!-- hint: a -->\n\n${LINE}`)).toBe(LINE)
    expect(withoutHints(`One.\n\n  <!-- hint: a\nb -->  \n\n${LINE}`)).toBe(`One.\n\n${LINE}`)
    expect(withoutHints(`<!-- hint: a -->\n\n<!-- HINT: b -->\n\n${LINE}`)).toBe(LINE)
    expect(withoutHints(`One.\n<!-- hint: a -->\n\n${LINE}`)).toBe(`One.\n\n${LINE}`)
  })

  test('and nothing but the comment where it shares its line', () => {
    expect(withoutHints(`${LINE} <!-- hint: a -->`)).toBe(`${LINE} `)
    expect(withoutHints(`- one\n- two <!-- hint: a -->`)).toBe('- one\n- two ')
  })

  test('also with CRLF, and at the end of a file', () => {
    const crlf = (text: string) =>
      exampleCase({ tags: '[x] # last' }, exampleBody(LINE, text)).replaceAll('\n', '\r\n')
    expect(fixed(RULE, crlf(`<!-- hint: a -->\n\n${LINE}`))).toBe(crlf(LINE))
    expect(fixed(RULE, `${withText(LINE)}\n<!-- hint: a -->`)).toBe(`${withText(LINE)}\n`)
  })

  test('other comments stay, and a placeholder in a hint is not reported beside it', () => {
    expect(lint('<!-- to the editor -->')).toEqual([])
    expect(lint('<!-- hint: {{x}} TODO -->\nUse channel 36.')).toEqual(['hint'])
  })

  test('the hint of a section that is still empty stays: its author needs it', () => {
    expect(lint('<!-- hint: what to do -->')).toEqual([])
  })
})

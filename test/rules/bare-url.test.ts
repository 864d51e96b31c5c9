import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'bare-url'
const withText = (text: string) => exampleCase({}, exampleBody('Use channel 36.', text))
const lint = (text: string) => found(RULE, withText(text))
const fix = (text: string) =>
  fixed(RULE, withText(text)).split('## Resolution\n\n')[1]?.split('\n\n## Steps')[0]

describe('an address in the text', () => {
  test.each([
    ['See https://example.com/plan.', 'See <https://example.com/plan>.'],
    ['(https://example.com/a_(b)), next', '(<https://example.com/a_(b)>), next'],
    ['- http://192.168.1.1:8080/', '- <http://192.168.1.1:8080/>'],
    ['ftp://example.com/file.bin', '<ftp://example.com/file.bin>'],
    ['| a |\n| - |\n| https://example.com |', '| a |\n| - |\n| <https://example.com> |'],
  ])('%s', (text, better) => {
    expect(findings(RULE, withText(text)).map(({ code, severity }) => [code, severity])).toEqual([
      ['bare', 'note'],
    ])
    expect(fix(text)).toBe(better)
    expect(lint(better)).toEqual([])
  })

  test('is found where it stands', () => {
    expect(lint('See https://example.com/plan.')).toEqual(['bare 34:5 note'])
    const [finding] = findings(RULE, withText('See https://example.com/plan.'))
    expect([finding?.at?.end, finding?.args]).toEqual([
      (finding?.at?.start ?? 0) + 'https://example.com/plan'.length,
      { url: 'https://example.com/plan' },
    ])
  })

  test('without a scheme is found and left as it is', () => {
    expect(lint('See www.example.com.')).toEqual(['bare 34:5 note'])
    expect(fix('See www.example.com.')).toBe('See www.example.com.')
  })
})

describe('Chinese text behind an address', () => {
  test('goes into the link: a warning, and the fix ends the address before it', () => {
    const text = '访问https://example.com/a。然后重启'
    expect(lint(text)).toEqual(['swallowed 34:3 warning'])
    expect(fix(text)).toBe('访问<https://example.com/a>。然后重启')
    expect(fix('（见https://example.com/a）')).toBe('（见<https://example.com/a>）')
  })

  test('may belong to the path where no punctuation stands between: no fix', () => {
    expect(lint('https://example.com/wiki/中文')).toEqual(['bare 34:1 note'])
    expect(fix('https://example.com/wiki/中文')).toBe('https://example.com/wiki/中文')
  })
})

test.each([
  '<https://example.com>',
  '[plan](https://example.com)',
  '[https://example.com](https://example.com)',
  '`https://example.com`',
  '```\nhttps://example.com\n```',
  '[plan]: https://example.com\n\n[plan]',
  '![plan](https://example.com/a.png)',
  '<!-- https://example.com -->',
  'name@example.com',
])('%s is no bare address', text => {
  expect(lint(text)).toEqual([])
})

test.each([
  '[说明]（https://example.com/a）',
  '[plan] (https://example.com/a)',
  '[plan]（https://example.com/a)',
])('%s was meant as a link and becomes one', text => {
  expect(lint(text).map(finding => finding.split(' ')[0])).toEqual(['broken'])
  expect(fix(text)).toMatch(/^\[(?:说明|plan)\]\(https:\/\/example\.com\/a\)$/)
  expect(lint(fix(text) ?? '')).toEqual([])
})

test('a link whose address has a space is none, and becomes one without it', () => {
  const text = 'See [plan](https://example.com/a/ b.html?c=d#e) first.'
  expect(lint(text)).toEqual(['gap 34:12 warning'])
  expect(fix(text)).toBe('See [plan](https://example.com/a/b.html?c=d#e) first.')
  expect(lint('See [plan](https://example.com/ a b).')).toEqual(['bare 34:12 note'])
})

test('quotation marks are no part of an address', () => {
  expect(fix('url."https://example.com/".x')).toBe('url."<https://example.com/>".x')
})

import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found, lintText } from './lint-text.js'

/** The good case with lines in place of its symptoms. */
function withLines(...lines: readonly string[]): string {
  return exampleCase({}, exampleBody('The log shows W-104.', lines.join('\n')))
}

const RULES = ['template-text', 'links', 'front-matter', 'disable-comment', 'unused-disable']

/** `rule/code line` of every finding of these rules. */
function all(text: string): string[] {
  return lintText(text)
    .filter(({ rule }) => RULES.includes(rule))
    .map(({ rule, code, at }) => `${rule}/${code} ${at?.line}`)
}

test('the line behind the comment is waved through, blank lines between them or not, and no other', () => {
  const comment = '<!-- casectl-disable-next-line template-text -- as the device shows it -->'
  expect(all(withLines(comment, 'It shows TODO.'))).toEqual([])
  expect(all(withLines(comment, '', '', 'It shows TODO.'))).toEqual([])
  expect(all(withLines(comment, 'It shows TODO.', 'and TODO again'))).toEqual(['template-text/mark 28'])
})

test('a block reaches from its comment to the one that enables the rule again', () => {
  const start = '<!-- casectl-disable template-text, links -- a transcript -->'
  const end = '<!-- casectl-enable template-text -->'
  const text = withLines('TODO', '', start, '', 'TODO', '', '[a](b.md)', '', end, '', 'TODO')
  expect(all(text)).toEqual(['template-text/mark 26', 'disable-comment/unclosed 28', 'template-text/mark 36'])
  expect(found('disable-comment', text)).toEqual(['unclosed 28:1 warning'])
  expect(all(withLines(start, '', 'TODO', '', '[a](b.md)', '', '<!-- casectl-enable -->'))).toEqual([])
})

test('the whole file is waved through by a comment anywhere, or by the front matter in either form', () => {
  expect(
    all(withLines('TODO', '', '<!-- casectl-disable-file template-text -- kept as told -->', '', 'TODO')),
  ).toEqual([])
  const body = exampleBody('The log shows W-104.', 'TODO')
  for (const entry of ['{ rule: template-text, reason: quoted }', '"template-text -- quoted"']) {
    expect(all(exampleCase({ lint: `{ disable: [${entry}] }` }, body))).toEqual([])
  }
})

test('a Chinese hand may write its own dash and commas', () => {
  expect(all(withLines('<!-- casectl-disable-next-line template-text——设备如此显示 -->', 'TODO'))).toEqual([])
  const both = '<!-- casectl-disable-next-line template-text、links — 原样引用 -->'
  expect(all(withLines(both, 'TODO [a](b.md)'))).toEqual([])
})

test('without a reason nothing is waved through, and that is said once', () => {
  expect(all(withLines('<!-- casectl-disable-next-line template-text -->', 'TODO'))).toEqual([
    'disable-comment/reason 26',
    'template-text/mark 27',
  ])
  const text = exampleCase({ lint: '{ disable: [template-text] }' })
  expect(found('disable-comment', text)).toEqual(['reason 16:19'])
  expect(found('disable-comment', exampleCase({ status: 'draft', lint: '{ disable: [dates] }' }))).toEqual([
    'reason 16:19 warning',
  ])
})

test('unknown rules and misspelt comments bring a suggestion; other comments are left alone', () => {
  const [unknown] = findings(
    'disable-comment',
    withLines('<!-- casectl-disable-file template-txt -- quoted -->'),
  )
  expect(unknown).toMatchObject({ rule: 'disable-comment', code: 'unknown' })
  expect(unknown?.message).toEqual({
    en: 'There is no rule `template-txt`. Did you mean `template-text`?',
    zh: '没有名为 `template-txt` 的规则。是否想写 `template-text`？',
  })
  const [directive] = findings(
    'disable-comment',
    withLines('<!-- casectl-disable-nextline dates -- quoted -->'),
  )
  expect(directive).toMatchObject({ code: 'directive' })
  expect(directive?.message.en).toContain('`casectl-disable-next-line`')
  expect(all(withLines('<!-- casectl-toc -->', '', '<!-- eslint-disable -->'))).toEqual([])
  expect(found('disable-comment', withLines('<!-- casectl-disable -- nothing named -->'))).toEqual([
    'rules 26:1',
  ])
  expect(found('disable-comment', withLines('<!-- casectl-enable links -->'))).toEqual([
    'notOpen 26:1 warning',
  ])
})

test('the rules that guard the reading, and those of disabling, cannot be disabled', () => {
  for (const rule of ['front-matter', 'duplicate-key', 'body-limits', 'disable-comment', 'unused-disable']) {
    const text = withLines(`<!-- casectl-disable-file ${rule} -- because -->`)
    expect(found('disable-comment', text)).toEqual(['always 26:1'])
  }
})

test('a disable that silences nothing is found and its comment removed, but not that of a rule that is off', () => {
  const comment = '<!-- casectl-disable-next-line template-text -- quoted -->'
  const text = withLines('The log', '', comment, '', 'shows W-104.')
  expect(found('unused-disable', text)).toEqual(['unused 28:1 warning'])
  expect(fixed('unused-disable', text)).toBe(withLines('The log', '', 'shows W-104.'))
  const shared = withLines('<!-- casectl-disable-next-line template-text, links -- quoted -->', 'TODO')
  expect(found('unused-disable', shared)).toEqual(['unused 26:1 warning'])
  expect(fixed('unused-disable', shared)).toBe(shared)
  expect(found('unused-disable', text, { off: ['template-text'] })).toEqual([])
})

test('comments in code are text', () => {
  expect(all(withLines('```html', '<!-- casectl-disable-file nothing -->', '```'))).toEqual([])
})

test('a finding of a library rule is waved through in the file that it is about', () => {
  const twin = (lint?: string) => exampleCase({ id: 'CASE-7F3KQ', lint })
  const paths = (files: Readonly<Record<string, string>>) =>
    lintText(files)
      .filter(({ rule }) => rule === 'id-unique')
      .map(({ path }) => path)
  expect(
    paths({
      'cases/CASE-7F3KQ-a.md': twin('{ disable: [{ rule: id-unique, reason: moved next week }] }'),
      'cases/CASE-7F3KQ-b.md': twin(),
    }),
  ).toEqual(['cases/CASE-7F3KQ-b.md'])
})

import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings } from './lint-text.js'

const RULE = 'orphan-asset'
const PLAN = 'cases/图/plan 1.svg'

const orphans = (text: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) =>
  findings(RULE, {
    'cases/a.md': exampleCase(fields, exampleBody('Use channel 36.', text)),
    [PLAN]: '<svg/>',
    ...more,
  }).map(({ code, path, severity }) => `${code} ${path} ${severity}`)

const UNUSED = [`unused ${PLAN} warning`]

test('a file that no case uses is named by its own path', () => {
  expect(orphans('Use channel 36.')).toEqual(UNUSED)
  expect(orphans('See plan 1.svg.')).toEqual(UNUSED)
})

test.each([
  ['a link', 'See [it](<图/plan 1.svg>).'],
  ['an escaped link', 'See [it](%E5%9B%BE/plan%201.svg).'],
  ['an image', '![plan](<图/plan 1.svg> "title")'],
  ['a definition', '![plan][p]\n\n[p]: <图/plan 1.svg>'],
  ['an image in HTML', '<img alt="plan" src="图/plan 1.svg">'],
])('%s uses it', (_name, text) => {
  expect(orphans(text)).toEqual([])
})

test('the list of attachments uses it', () => {
  expect(orphans('', { attachments: '[{ path: "图/plan 1.svg" }]' })).toEqual([])
})

test('cases of any status use it, from anywhere', () => {
  const archived = exampleCase({ id: 'CASE-00002', status: 'archived' }, '![p](<../cases/图/plan 1.svg>)')
  expect(orphans('', {}, { 'archive/b.md': archived })).toEqual([])
})

test('a file that cannot be read may use what it names', () => {
  expect(orphans('', {}, { 'cases/broken.md': '---\n: [\n---\n![p](<图/plan 1.svg>)' })).toEqual([])
})

test('only files below the case folders are looked at, and none whose name begins with a dot', () => {
  const more = { 'cases/.gitkeep': '', 'cases/.cache/x.png': '', 'docs/x.png': '', 'templates/y.png': '' }
  expect(orphans('![plan](<图/plan 1.svg>)', {}, more)).toEqual([])
})

test('files and folders can be left alone', () => {
  const lint = (ignore: readonly string[]) =>
    findings(RULE, { 'cases/a.md': exampleCase(), [PLAN]: '' }, { options: { [RULE]: { ignore } } }).length
  expect([['cases/图/'], ['cases/图'], [PLAN], ['cases'], ['cases/图/plan'], []].map(lint)).toEqual([
    0, 0, 0, 0, 1, 1,
  ])
})

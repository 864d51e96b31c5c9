import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings } from './lint-text.js'

const RULE = 'near-duplicate'
type Fields = Record<string, string | undefined>

const COPY = exampleBody('every evening', 'every night')
const pair = (a: Fields, b: Fields) => ({
  'cases/a.md': exampleCase({ id: 'CASE-00001', ...a }),
  'cases/b.md': exampleCase({ id: 'CASE-00002', ...b }, COPY),
})
const lint = (a: Fields = {}, b: Fields = {}, options: Record<string, unknown> = {}) =>
  findings(RULE, pair(a, b), { options: { [RULE]: options } }).map(
    ({ path, code, at, severity }) => `${path.slice(6, 7)} ${code} ${at?.line}:${at?.column} ${severity}`,
  )
const BOTH = ['a alike 4:8 warning', 'b alike 4:8 warning']

test('both of two cases that say the same are told which the other is, and how alike', () => {
  expect(lint()).toEqual(BOTH)
  const [first] = findings(RULE, pair({}, {}))
  expect(first?.message.en).toMatch(/the same as CASE-00002 \(cases\/b\.md, 9\d %\)\. Merge them/)
  expect(first?.message.zh).toMatch(/本案例与 CASE-00002（cases\/b\.md, 9\d %）内容几乎相同/)
})

test.each(['archived', 'superseded', 'withdrawn'])('a case that is %s is no duplicate', status => {
  expect(lint({ status })).toEqual([])
})

test('nor is a case in the archive folder', () => {
  const { 'cases/a.md': a, 'cases/b.md': b } = pair({}, {})
  expect(findings(RULE, { 'cases/a.md': a, 'archive/b.md': b })).toEqual([])
})

test('a draft that is to supersede the case is none, and neither is a translation', () => {
  expect(lint({}, { status: 'draft', supersedes: '[CASE-00001]' })).toEqual([])
  expect(lint({}, { language: 'zh-CN' })).toEqual([])
  expect(lint({ language: 'EN' }, { language: 'en' })).toEqual(BOTH)
})

test('titles count: one that says what is different makes cases less alike', () => {
  expect(lint({}, {}, { threshold: 0.9 })).toEqual(BOTH)
  expect(lint({}, { title: 'Seven new words make this a title apart' }, { threshold: 0.9 })).toEqual([])
})

test('threshold and least length can be set', () => {
  expect(lint({}, {}, { threshold: 1 })).toEqual([])
  expect(lint({}, {}, { minWords: 500 })).toEqual([])
})

test('of many copies each is named once, with the three that are most alike', () => {
  const files = Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [`cases/${i}.md`, exampleCase({ id: `CASE-0000${i}` })]),
  )
  const found = findings(RULE, files)
  expect(found.map(({ path }) => path)).toEqual(Object.keys(files))
  expect(found[5]?.args).toEqual({
    ids: 'CASE-00000, CASE-00001, CASE-00002',
    where: 'cases/0.md, 100 %; cases/1.md, 100 %; cases/2.md, 100 %',
  })
})

import { expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const RULE = 'file-name'
const better = (path: string) =>
  findings(RULE, { [path]: exampleCase() }).map(({ code, args }) => [code, args['better']])

test.each([
  ['cases/cafe\u0301.md', 'notNfc', 'caf\u00e9.md'],
  ['cases/a\u202eb.md', 'controlCharacter', 'ab.md'],
  ['cases/a:b.md', 'reservedCharacter', 'a-b.md'],
  ['cases/aux.md', 'reservedName', 'case-aux.md'],
  ['cases/old. /a.md', 'trailing', 'old'],
  [`cases/${'掉'.repeat(90)}.md`, 'tooLong', `${'掉'.repeat(60)}.md`],
  ['cases/a.MD', 'extension', 'a.md'],
])('%s is %s, and a better name is given', (path, code, name) => {
  expect(better(path)).toEqual([[code, name]])
})

test('every suggested name is portable itself', () => {
  for (const path of [
    'cases/...md',
    'cases/?.md',
    'cases/con.a.md',
    'cases/a\u0301: .md',
    'cases/ \u200b.md',
  ]) {
    for (const [, name] of better(path)) expect(better(`cases/${name}`)).toEqual([])
  }
})

test('Chinese and mixed names are in order, in any sub-folder', () => {
  expect(better('cases/空压机/CASE-7F3KQ-停机 E-1203.md')).toEqual([])
})

test('two files that differ in letter case or Unicode form are both named', () => {
  const files = {
    'cases/Wi-Fi.md': exampleCase({ id: 'CASE-00001' }),
    'cases/wi-fi.md': exampleCase({ id: 'CASE-00002' }),
    'cases/other.md': exampleCase({ id: 'CASE-00003' }),
  }
  expect(findings(RULE, files).map(({ code, path, args }) => [code, path, args['other']])).toEqual([
    ['twin', 'cases/Wi-Fi.md', 'cases/wi-fi.md'],
    ['twin', 'cases/wi-fi.md', 'cases/Wi-Fi.md'],
  ])
})

test('a name that begins with the id of another case is told what to be renamed to', () => {
  const files = { 'cases/CASE-9B2XM-drops.md': exampleCase({ id: 'CASE-7F3KQ' }) }
  expect(found(RULE, files)).toEqual(['otherId 2:5 warning'])
  expect(findings(RULE, files)[0]?.args['better']).toBe('CASE-7F3KQ-drops.md')
})

test('an id of 9 characters is no longer version of one with 5', () => {
  expect(found(RULE, { 'cases/CASE-7F3KQ1234.md': exampleCase({ id: 'CASE-7F3KQ' }) })).toEqual([
    'otherId 2:5 warning',
  ])
})

test('an error code in front that looks like an id is none', () => {
  expect(found(RULE, { 'cases/ERR-12345-printer.md': exampleCase() })).toEqual([])
  const withThatCase = {
    'cases/ERR-12345-printer.md': exampleCase(),
    'cases/b.md': exampleCase({ id: 'ERR-12345' }),
  }
  expect(found(RULE, withThatCase)).toEqual(['otherId 2:5 warning'])
})

test('a file whose id was refused is not told to take an empty name', () => {
  expect(found(RULE, { 'cases/CASE-7F3KQ.md': exampleCase({ id: 'none' }) })).toEqual([])
})

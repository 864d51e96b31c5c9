import { describe, expect, test } from 'vitest'
import { problem } from '../../src/parse/problem.js'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { found, lintText } from './lint-text.js'

const PATH = 'cases/a.md'
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('readable-file', () => {
  test.each([
    ['tooLarge 1:1', utf8(exampleCase({}, 'The log shows W-104.\n'.repeat(13_000)))],
    ['binary 2:1', utf8('---\nid: \0\n---\n')],
    ['nonCharacter 2:5', utf8('---\nid: \uFDD0\n---\n')],
    ['utf16 1:1', new Uint8Array([0xff, 0xfe, 0x2d, 0])],
    ['notUtf8 2:1', new Uint8Array([0x2d, 0x0a, 0xb9, 0xca])],
    ['unreadable 1:1', problem('unreadable', { reason: 'EACCES' })],
    ['notAFile 1:1', problem('notAFile', { what: 'a symbolic link', whatZh: '符号链接' })],
  ])('%s', (expected, content) => {
    expect(found('readable-file', { [PATH]: content })).toEqual([expected])
  })

  test('a broken file leaves the findings of the others as they are', () => {
    const other = exampleCase({ urgency: 'very' })
    const alone = lintText({ 'cases/b.md': other }, { everyRule: false })
    const beside = lintText({ 'cases/b.md': other, [PATH]: utf8('\0') }, { everyRule: false })
    expect(beside.filter(finding => finding.path === 'cases/b.md')).toEqual(alone)
  })
})

describe('front-matter', () => {
  test.each([
    ['empty 1:1', ''],
    ['missing 1:1', '# A title\n'],
    ['extraBom 1:2', '\uFEFF\uFEFF---\nid: a\n---\n'],
    ['engine 1:1', '---js\n{}\n---\n'],
    ['unclosed 1:1', '---\nid: CASE-7F3KQ\n'],
    ['dashes 3:1', '---\ntitle: >\n--- text\n---\n'],
    ['noFields 1:1', '---\n---\n'],
    ['notAMap 2:1', '---\n- id\n---\n'],
    ['yaml 2:7', '---\nid: "a\n---\n'],
    ['alias 2:10', '---\ntags: &a [x]\n---\n'],
    ['tag 2:19', '---\nid: !!js/function x\n---\n'],
    ['forbiddenKey 2:1', '---\n__proto__: x\n---\n'],
    ['complexKey 2:3', '---\n? [a, b]\n: c\n---\n'],
    ['tooMany', `---\ntags: [${'a,'.repeat(2001)}]\n---\n`],
    ['tooLong 1:1', `---\n${'\n'.repeat(2001)}id: a\n---\n`],
    ['tooDeep', `---\nid: ${'['.repeat(40)}${']'.repeat(40)}\n---\n`],
  ])('%s', (expected, text) => {
    expect(
      found('front-matter', text).map(line => (expected.includes(' ') ? line : line.split(' ')[0])),
    ).toEqual([expected])
  })
})

test('duplicate-key names the line of the first one, also inside a group', () => {
  const text = exampleCase({
    owner: 'a\nowner: b',
    product: '{ name: home-router, name: pos-terminal, module: rt-wifi }',
  })
  expect(found('duplicate-key', text)).toEqual(['duplicate 9:31', 'duplicate 15:1'])
  expect(lintText(text).find(finding => finding.rule === 'duplicate-key')?.args).toEqual({
    key: 'name',
    line: 9,
  })
})

describe('schema', () => {
  test.each([
    ['missingField 1:1', { id: undefined }],
    ['unknownKey 16:1', { urgancy: 'low' }],
    ['type 16:7', { tags: 'one' }],
    ['choice 5:9', { status: 'done' }],
    ['day 7:10', { created: '2026-02-30' }],
    ['languageTag 6:11', { language: 'chinese!' }],
    ['form 2:5', { id: 'case-7f3kq' }],
    ['repeated 16:7', { tags: '[a, a]' }],
    ['limit 16:19', { resolution_hours: '-1' }],
  ])('%s', (expected, fields) => {
    expect(found('schema', exampleCase(fields))).toEqual([expected])
  })

  test('its findings are errors on a draft too', () => {
    expect(found('schema', exampleCase({ status: 'draft', created: 'soon' }))).toEqual(['day 7:10'])
  })
})

describe('body-limits', () => {
  test.each([
    ['longLine 26:1', 'x'.repeat(8193)],
    ['markers 26:1', `${'> '.repeat(21)}x`],
    ['indent 26:1', `${' '.repeat(201)}x`],
    ['emphasis 26:1', '*_'.repeat(1001)],
    ['address 26:1', `www.example.com${'!'.repeat(100)}`],
    ['manyLines 5017:1', 'x\n'.repeat(5000)],
    ['manyBlocks 2526:1', '- x\n'.repeat(2501)],
    ['manyIndents 527:1', `x\n${`${' '.repeat(200)}x\n`.repeat(501)}`],
    ['manyMarks 137:1', `${'|'.repeat(180)}\n`.repeat(112)],
  ])('%s', (expected, line) => {
    const text = exampleCase({}, exampleBody('The log shows W-104.', line))
    expect(found('body-limits', text)).toEqual([expected])
  })

  test('a body that was not parsed is not accused of missing sections', () => {
    const text = exampleCase({}, exampleBody('The log shows W-104.', 'x'.repeat(8193)))
    expect(lintText(text, { everyRule: false }).map(finding => finding.rule)).toEqual(['body-limits'])
  })
})

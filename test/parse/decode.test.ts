import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCase, MAX_FILE_BYTES } from '../../src/parse/decode.js'
import { caseText, parseBytes } from './parsing.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
// 标题 in GBK.
const GBK = bytes(0xb1, 0xea, 0xcc, 0xe2)

function refusal(content: Uint8Array): string {
  const { problem } = decodeCase(content)
  return problem === undefined ? 'text' : `${problem.code} ${problem.at?.line ?? '-'}`
}

test.each<[string, Uint8Array, string]>([
  ['a file of exactly 256 KiB is read', utf8('a'.repeat(MAX_FILE_BYTES)), 'text'],
  ['one byte more is refused', utf8('a'.repeat(MAX_FILE_BYTES + 1)), 'tooLarge -'],
  ['the size is that of bytes, not characters', utf8('停'.repeat(MAX_FILE_BYTES / 3 + 1)), 'tooLarge -'],
  ['a NUL byte, in its line', utf8('---\nid: a\nx: \0\n'), 'binary 3'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'binary 3'],
  ['UTF-16 with a mark, little-endian', bytes(0xff, 0xfe, ...utf16('---\nid: a\n')), 'utf16 -'],
  ['UTF-16 with a mark, big-endian', bytes(0xfe, 0xff, 0, 0x2d), 'utf16 -'],
  ['UTF-16 without a mark, little-endian', utf16('---\nid: a\n'), 'utf16 -'],
  ['UTF-16 without a mark, big-endian', bytes(0, 0x2d, 0, 0x2d, 0, 0x2d), 'utf16 -'],
  ['GBK, in its line', Buffer.concat([utf8('---\nid: a\ntitle: '), GBK]), 'notUtf8 3'],
  ['a character cut off at the end', utf8('停').slice(0, 2), 'notUtf8 1'],
  ['an overlong form', bytes(0x61, 0xc0, 0xaf), 'notUtf8 1'],
  ['a surrogate', bytes(0xed, 0xa0, 0x80), 'notUtf8 1'],
  ['a code point beyond Unicode', bytes(0xf4, 0x90, 0x80, 0x80), 'notUtf8 1'],
  ['a style of casectl', utf8('---\nid: a\ntitle: \uFDD1x\n'), 'nonCharacter 3'],
  ['an empty file is text', bytes(), 'text'],
])('%s', (_, content, expected) => {
  expect(refusal(content)).toBe(expected)
})

test('the offset named is that of the byte where the text ends', () => {
  const { problem } = decodeCase(Buffer.concat([utf8('停机\nabc'), bytes(0xff), utf8('def')]))
  expect(problem?.args).toEqual({ offset: 10, line: 2 })
})

test('every text comes back as it was, byte order marks included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, bom) => {
      const whole = (bom ? '\uFEFF' : '') + text.replace(/[\0\uFDD0-\uFDEF]/g, '')
      expect(decodeCase(utf8(whole)).text).toBe(whole)
    }),
  )
})

test('any bytes are text or one problem of a file without a case', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), content => {
      const { text, problem } = decodeCase(content)
      expect(text === undefined).toBe(problem !== undefined)
      if (problem === undefined) return
      expect(parseBytes(content)).toEqual({ path: 'cases/a.md', text: '', problems: [problem] })
    }),
    { numRuns: 500 },
  )
})

test('bytes that are a case give what its text gives', () => {
  const text = caseText('tags: [停机]\n', '## 问题\n')
  expect(parseBytes(utf8(text)).text).toBe(text)
  expect(parseBytes(utf8(text)).case?.tags).toEqual(['停机'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDiagnostics, type Diagnostic } from '../../src/model/diagnostic.js'
import { fieldName } from '../../src/model/pointer.js'
import { LineIndex } from '../../src/model/range.js'

test.each([
  ['ab\ncd', 0, 1, 1],
  ['ab\ncd', 2, 1, 3],
  ['ab\ncd', 3, 2, 1],
  ['ab\ncd', 5, 2, 3],
  ['a\r\nb', 3, 2, 1],
  ['\uFEFFab', 1, 1, 2],
  ['😀x', 2, 1, 3],
  ['\n\n', 2, 3, 1],
  ['', 0, 1, 1],
])('in %j, offset %i is line %i, column %i', (text, offset, line, column) => {
  expect(new LineIndex(text).range(offset, offset)).toEqual({ start: offset, end: offset, line, column })
})

test('the line and column of any offset are those of counting', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '停', '\n', '\r\n', '😀')), fc.nat(), (parts, seed) => {
      const text = parts.join('')
      const offset = seed % (text.length + 1)
      const before = text.slice(0, offset).split('\n')
      const { line, column } = new LineIndex(text).range(offset, text.length)
      expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1])
    }),
  )
})

test.each([
  ['/product/name', 'product.name'],
  ['/tags/0', 'tags.0'],
  ['/a~1b/c~0d', 'a/b.c~d'],
  ['/a~01', 'a~1'],
  ['', ''],
])('the pointer %j names the field %j', (pointer, expected) => {
  expect(fieldName(pointer)).toBe(expected)
})

test('findings stand in order of path, place, rule, code and message', () => {
  const make = (path: string, start: number, rule: string, code: string, en: string): Diagnostic => ({
    rule,
    code,
    args: {},
    message: { en, zh: en },
    severity: 'error',
    path,
    at: { start, end: start, line: 1, column: start + 1 },
  })
  const sorted = [
    make('cases/a.md', 0, 'z', 'z', 'z'),
    make('cases/a.md', 1, 'a', 'b', 'b'),
    make('cases/a.md', 1, 'b', 'a', 'a'),
    make('cases/a.md', 1, 'b', 'b', 'a'),
    make('cases/a.md', 1, 'b', 'b', 'b'),
    make('cases/中.md', 0, 'a', 'a', 'a'),
  ]
  expect([...sorted].reverse().sort(compareDiagnostics)).toEqual(sorted)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from '../../src/parse/json-fault.js'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('whatever JSON.parse takes has no fault, and nothing else', () => {
  fc.assert(fc.property(fc.json(), text => jsonFault(text) === undefined))
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u00"',
    '1',
    '01',
    '-',
    'true',
    'nul',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), parts => {
      const text = parts.join('')
      return (jsonFault(text) === undefined) === isJson(text)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['{"a": 1,}', 8],
  ['{a: 1}', 1],
  ["{'a': 1}", 1],
  ['{"a" 1}', 5],
  ['[1, 2', 5],
  ['', 0],
  ['{"a": "line\nbreak"}', 6],
  ['{} {}', 3],
  ['{"a": 1 // why\n}', 8],
])('%j stops being JSON at %i', (text, offset) => {
  expect(jsonFault(text)).toBe(offset)
})

test('a long string is no trouble', () => {
  expect(jsonFault(`["${'x'.repeat(1_000_000)}"]`)).toBeUndefined()
})

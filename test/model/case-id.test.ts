import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CROCKFORD, drawCaseId, isCaseId, readCaseId } from '../../src/model/case-id.js'

test.each([
  ['CASE-7F3KQ', true],
  ['A-00000', true],
  ['K2-7F3KQ9XYZ', true],
  ['case-7F3KQ', false],
  ['CASE-7f3kq', false],
  ['CASE-7F3K', false],
  ['CASE-7F3KQ1', false],
  ['CASE-7F3KU', false],
  ['CASE-7F3KI', false],
  ['2CASE-7F3KQ', false],
  ['CASE_7F3KQ', false],
  ['ABCDEFGHIJKLMNOPQ-7F3KQ', false],
  ['CASE-7F3KQ\n', false],
  ['', false],
])('%j is an id in canonical form: %s', (text, expected) => {
  expect(isCaseId(text)).toBe(expected)
})

describe('what a person types', () => {
  test.each([
    ['CASE-7F3KQ', 'CASE-7F3KQ'],
    [' case-7f3kq ', 'CASE-7F3KQ'],
    ['CASE-IL0O1', 'CASE-11001'],
    ['case-oilol', 'CASE-01101'],
    ['ｃａｓｅ－７ｆ３ｋｑ', 'CASE-7F3KQ'],
    ['POOL-7F3KQ', 'POOL-7F3KQ'],
    ['IO-7F3KQ9XYL', 'IO-7F3KQ9XY1'],
  ])('%j is read as %s', (typed, expected) => {
    expect(readCaseId(typed)).toBe(expected)
  })

  test.each([['CASE7F3KQ'], ['CASE-'], ['-7F3KQ'], ['CASE-7F3KU'], ['停机'], [''], ['CASE-7F3KQ.md']])(
    '%j is no id',
    typed => {
      expect(readCaseId(typed)).toBeUndefined()
    },
  )

  test('reading an id again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), typed => {
        const id = readCaseId(typed)
        if (id !== undefined) expect(readCaseId(id)).toBe(id)
      }),
    )
  })
})

describe('drawing', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values)

  test('maps the five low bits of each byte onto the alphabet', () => {
    expect(
      drawCaseId(
        'CASE',
        () => false,
        () => bytes(0, 31, 32, 63, 10),
      ),
    ).toBe('CASE-0Z0ZA')
  })

  test('draws again for as long as the id is taken', () => {
    const draws = [bytes(1, 1, 1, 1, 1), bytes(1, 1, 1, 1, 1), bytes(2, 2, 2, 2, 2)]
    let asked = 0
    const id = drawCaseId(
      'CASE',
      taken => taken === 'CASE-11111',
      () => draws[asked++] ?? bytes(),
    )
    expect([id, asked]).toEqual(['CASE-22222', 3])
  })

  test('gives up with an error when every id is taken, instead of turning for ever', () => {
    expect(() =>
      drawCaseId(
        'CASE',
        () => true,
        n => new Uint8Array(n),
      ),
    ).toThrow(RangeError)
  })

  test('every drawn id is canonical, and no character is favoured', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 4000; i++) {
      const id = drawCaseId('CASE', () => false, randomBytes)
      expect(isCaseId(id)).toBe(true)
      for (const char of id.slice(5)) counts.set(char, (counts.get(char) ?? 0) + 1)
    }
    // 20,000 draws of 32 characters: 625 each, standard deviation 25; seven of them never happen.
    expect([...counts.keys()].sort().join('')).toBe([...CROCKFORD].sort().join(''))
    for (const count of counts.values()) expect(Math.abs(count - 625)).toBeLessThan(175)
  })
})

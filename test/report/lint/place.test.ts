import { expect, test } from 'vitest'
import { LineIndex } from '../../../src/model/range.js'
import { placeOf } from '../../../src/report/lint/place.js'

function place(text: string, start: number, end: number) {
  return placeOf(new LineIndex(text).range(start, end), text)
}

test('the end is exclusive, in UTF-16 code units', () => {
  expect(place('ab\n😀cd\n', 3, 6)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 4 })
  expect(place('ab\ncd\nef', 1, 7)).toEqual({ line: 1, column: 2, endLine: 3, endColumn: 2 })
})

test('a line break at the end is not of the place', () => {
  expect(place('ab\r\ncd', 0, 4)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 3 })
})

test('an empty place has no end, nor one whose text is missing or shorter', () => {
  expect(place('abc', 1, 1)).toEqual({ line: 1, column: 2 })
  expect(place('a\n\n', 2, 3)).toEqual({ line: 2, column: 1 })
  expect(placeOf({ start: 1, end: 9, line: 1, column: 2 }, undefined)).toEqual({ line: 1, column: 2 })
  expect(placeOf({ start: 1, end: 9, line: 1, column: 2 }, 'abc')).toEqual({ line: 1, column: 2 })
})

test('a byte order mark takes no column of the first line', () => {
  expect(place('\ufeffab\ncd', 1, 3)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 3 })
  expect(place('\ufeffab\ncd', 4, 6)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 3 })
})

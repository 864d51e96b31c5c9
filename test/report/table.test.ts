import { expect, test } from 'vitest'
import { style, unstyled } from '../../src/lib/style.js'
import { cells } from '../../src/lib/text.js'
import { fitColumns } from '../../src/report/columns.js'
import { table } from '../../src/report/table.js'

const COLUMNS = [
  { header: 'ID' },
  { header: 'Kind', spare: true },
  { header: 'Product', cut: true },
  { header: 'Title', cut: true },
]
const ROWS = [
  ['CASE-1', 'case', 'Screw air compressor', '螺杆空压机 E-1203 排气高温停机：散热器被飞花堵塞'],
  ['CASE-2', 'sop', 'POS terminal', 'Short'],
]

test('columns align by display cells, and lines end without spaces', () => {
  expect(
    unstyled(table([{ header: 'A' }, { header: '名称' }, { header: 'C' }], [['空压机', 'x', 'y']])),
  ).toBe('A       名称  C\n空压机  x     y')
})

test('without a width nothing is cut', () => {
  expect(table(COLUMNS, ROWS)).toContain('螺杆空压机 E-1203 排气高温停机：散热器被飞花堵塞')
})

test('with a width every line fits, by cutting only columns that may be cut', () => {
  for (const width of [40, 60, 80]) {
    const text = unstyled(table(COLUMNS, ROWS, width))
    for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(width)
    expect(text).toContain('CASE-1')
  }
  expect(unstyled(table(COLUMNS, ROWS, 60))).toContain('…')
})

test('a spare column gives way before the last one gets hard to read', () => {
  expect(unstyled(table(COLUMNS, ROWS, 100))).toContain('Kind')
  expect(unstyled(table(COLUMNS, ROWS, 60))).not.toContain('Kind')
})

test('a cell is painted at its full width and cannot break its row', () => {
  const text = table([{ header: 'A' }, { header: 'B' }], [[{ text: 'a\nb\u001b', paint: style.red }, 'c']])
  expect(text.split('\n')[1]).toBe(`${style.red('a b\\u001b')}  c`)
})

test('the widest columns give way first, none below the least', () => {
  expect(fitColumns([10, 30, 20], 60, 8)).toEqual([10, 30, 20])
  expect(fitColumns([10, 30, 20], 45, 8)).toEqual([10, 17, 18])
  expect(fitColumns([4, 30, 20], 10, 8)).toEqual([4, 8, 8])
  expect(fitColumns([], 10, 8)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'table-shape'
const withText = (...lines: string[]) => exampleCase({}, exampleBody('Use channel 36.', lines.join('\n')))
const lint = (...lines: string[]) => found(RULE, withText(...lines))
const fix = (...lines: string[]) =>
  fixed(RULE, withText(...lines))
    .split('## Resolution\n\n')[1]
    ?.split('\n\n## Steps')[0]

test('a table whose rows have as many cells as the head is fine, its corner may be empty', () => {
  expect(lint('| | 5 GHz |', '| --- | --- |', '| Channel | 36 |', '| Width | |')).toEqual([])
  expect(lint('a | b', '--- | ---', 'c | `x \\| y`')).toEqual([])
})

test('rows with more or fewer cells are found at their line', () => {
  const rows = ['| a | b |', '| - | - |', '| 1 |', '| 1 | 2 |', '| 1 | 2 | 3 |']
  expect(lint(...rows)).toEqual(['fewer 36:1 warning', 'more 38:1 warning'])
  expect(lint('- Limits:', ...['', ...rows].map(row => `  ${row}`))).toEqual([
    'fewer 38:3 warning',
    'more 40:3 warning',
  ])
  expect(lint(...rows.map(row => `> ${row}`))).toEqual(['fewer 36:3 warning', 'more 38:3 warning'])
  expect(fix(...rows)).toBe(rows.join('\n'))
})

test('empty cells at the end are a note and are taken off', () => {
  expect(lint('| a | b |', '| - | - |', '| 1 | 2 | | |')).toEqual(['more 36:1 note'])
  expect(fix('| a | b |', '| - | - |', '| 1 | 2 | | |')).toBe('| a | b |\n| - | - |\n| 1 | 2 |')
})

test('a bar in code is found as such and escaped', () => {
  const rows = ['| a | b |', '| - | - |', '| Filter | `dmesg | grep eth0` |']
  expect(lint(...rows)).toEqual(['pipe 36:1 warning'])
  expect(fix(...rows)).toBe('| a | b |\n| - | - |\n| Filter | `dmesg \\| grep eth0` |')
})

test('an empty head and a table without rows are found at the head', () => {
  expect(lint('| | |', '| - | - |', '| 1 | 2 |')).toEqual(['head 34:1 warning'])
  expect(lint('| a | b |', '| - | - |')).toEqual(['body 34:1 warning'])
})

describe('rows of bars that are no table', () => {
  test.each([
    ['without a row of dashes', ['| a | b |', '| 1 | 2 |']],
    ['with too few dashes', ['| a | b |', '| --- |', '| 1 | 2 |']],
    ['with dashes of a Chinese keyboard', ['| a | b |', '| —— | —— |', '| 1 | 2 |']],
  ])('%s', (_name, rows) => {
    expect(lint(...rows)).toEqual(['noTable 34:1 warning'])
    expect(fix(...rows)).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |')
    expect(lint(...(fix(...rows) ?? '').split('\n'))).toEqual([])
  })

  test('are left as they are where they have unequal numbers of cells', () => {
    const [finding] = findings(RULE, withText('| a | b |', '| 1 | 2 | 3 |'))
    expect([finding?.code, finding?.fix]).toEqual(['noTable', undefined])
  })

  test('are not what one row or a bar in a sentence is', () => {
    expect(lint('| a | b |')).toEqual([])
    expect(lint('a | b', 'c | d')).toEqual([])
    expect(lint('```', '| a | b |', '| 1 | 2 |', '```')).toEqual([])
  })
})

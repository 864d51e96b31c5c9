import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/parse/body.js'
import { TableTracker } from '../../src/parse/table-tracker.js'

/** The lines that the tracker holds for rows, 1-based. */
function tracked(markdown: string): number[] {
  const tables = new TableTracker()
  return markdown.split(/\r\n|\n|\r/).flatMap((line, i) => (tables.inside(line) ? [i + 1] : []))
}

/** The lines that the Markdown parser takes for tables, and for code, which costs nothing. */
function parsed(markdown: string): Set<number> {
  const lines = new Set<number>()
  const visit = (node: Nodes): void => {
    if ((node.type === 'table' || node.type === 'code') && node.position !== undefined) {
      for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parseMarkdown(markdown))
  return lines
}

test.each([
  ['| a | b |\n| - | - |\n| 1 | 2 |\n| 3 |\ntext', [2, 3, 4]],
  ['text\n\n|a|\n|:-:|\n|1', [4, 5]],
  ['text\n| a |\n| - |\n| 1 |', []],
  ['| a | b |\n| - |\n| 1 |', []],
  ['| a\n| -\n| 1', []],
  ['| a | b |\n| - | - |\n> x\n| 1 | 2 |', [2]],
  ['| a \\| b |\n| - |\n| 1 |', []],
  ['a | b\n- | -\n1 | 2', []],
])('%j: rows in lines %j', (markdown, expected) => {
  expect(tracked(markdown)).toEqual(expected)
})

test('every line that the tracker holds for a row is one to the parser too', () => {
  const line = fc.constantFrom(
    ...[
      '| a |',
      '| a | b |',
      '|a|',
      '||',
      '|',
      '| a',
      '| `|` |',
      '| \\| |',
      '| a | ',
      '|```|',
      '| <!-- |',
      '| --> |',
    ],
    ...['| - |', '| - | - |', '|-|', '|:-:|', '|--|:-|', '| -', '|-', '| - | ', '|\t-\t|', '| - - |', '|:|'],
    ...[
      '',
      ' ',
      'text',
      '> a',
      '> | a |',
      '- a',
      '  | a |',
      '# a',
      '===',
      '---',
      '```',
      '~~~',
      '    a',
      '[a]: b "c',
    ],
    ...['<!--', '-->', '<div>', '<script>', '</script>', '<pre>', '[^a]: b', '    | a |', '\\', '`', '*'],
  )
  const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
  const markdown = fc
    .array(fc.tuple(line, eol), { maxLength: 12 })
    .map(parts => parts.map(([text, end]) => text + end).join(''))
  fc.assert(
    fc.property(markdown, text => {
      const rows = parsed(text)
      for (const at of tracked(text)) expect(rows.has(at), `line ${at}`).toBe(true)
    }),
    { numRuns: 8000 },
  )
})

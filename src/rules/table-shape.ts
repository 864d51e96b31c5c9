import type { TextEdit } from '../model/change.js'
import type { Block } from '../model/markdown.js'
import { exampleBody, exampleCase } from './example.js'
import { rangesOf } from './prose-text.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'
import { cellsOf, delimiterFix, emptyEnd, type Line, linesOf, pipesInCode } from './table-rows.js'

const MESSAGES = {
  more: {
    en: 'This row has {cells} cells, the head has {head}: what is too much is not shown.',
    zh: '这一行有 {cells} 格，表头只有 {head} 格：多出的内容不会显示。',
  },
  pipe: {
    en: 'A `|` divides cells even in code, so that this row has {cells} cells and the head {head}. Write `\\|`.',
    zh: '即使在代码中，`|` 也会分隔单元格：这一行成了 {cells} 格，表头是 {head} 格。请写成 `\\|`。',
  },
  fewer: {
    en: 'This row has {cells} cells, the head has {head}. Add what is missing, or leave the cell empty between bars.',
    zh: '这一行只有 {cells} 格，表头有 {head} 格。请补全；确实为空的格也要用竖线标出。',
  },
  head: {
    en: 'The head of this table is empty. Say what stands in each column.',
    zh: '这个表格的表头是空的。请写明各列的含义。',
  },
  body: {
    en: 'This table has a head and no rows.',
    zh: '这个表格只有表头，没有内容。',
  },
  noTable: {
    en: 'These rows are no table: below the head belongs a row of `{delimiter}`.',
    zh: '这几行不会显示为表格：表头下一行应为 `{delimiter}`。',
  },
} as const

type Found = Finding<typeof MESSAGES>
type Edit = Omit<TextEdit, 'path'>
type RangeOf = ReturnType<typeof rangesOf>

export const tableShape: Rule = defineRule({
  id: 'table-shape',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'Tables have a head, rows, and as many cells in each row as in the head.',
    zh: '表格有表头、有内容，每行格数与表头一致。',
  },
  why: {
    en: 'A cell too many is dropped without a word, a cell too few moves a limit value under the wrong column, and without a fitting row of dashes the whole table is shown as one paragraph full of bars. `casectl lint --fix` escapes bars in code, writes the row of dashes, and takes off empty cells at the end.',
    zh: '多出的单元格会被悄悄丢掉；少一格，限值就可能落到别的列下；分隔行不合格，整个表格会变成一段带竖线的文字。`casectl lint --fix` 会转义代码中的竖线，补写分隔行，去掉行尾多余的空格子。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(
      {},
      exampleBody('channel 36.', 'channel 36.\n\n| Band | Channel |\n| --- | --- |\n| 5 GHz | 36 |'),
    ),
    bad: exampleCase(
      {},
      exampleBody('channel 36.', 'channel 36.\n\n| Band | Channel |\n| --- | --- |\n| 5 GHz | 36 | 20 MHz |'),
    ),
  },
  mayFind: ({ file }) => file.text.includes('|'),
  *check({ case: { body }, file: { text } }) {
    const range = rangesOf(text)
    for (const block of body.blocks) {
      if (block.type === 'table') yield* checkTable(block, text, range)
      else if (block.type === 'paragraph') yield* checkParagraph(block, text, range)
    }
  },
})

function* checkTable({ at, rows = [] }: Block, text: string, range: RangeOf): Iterable<Found> {
  const lines = linesOf(text, at.start, at.end)
  const [head] = lines
  if (head === undefined) return
  const headAt = range(head.start, head.end)
  if (cellsOf(head.text).every(cell => cell === '')) yield { code: 'head', args: {}, at: headAt }
  if (rows.length === 1) yield { code: 'body', args: {}, at: headAt }
  const width = rows[0] ?? 0
  for (const [i, cells] of rows.entries()) {
    // The row of dashes is not counted.
    const line = lines[i + 1]
    if (i === 0 || cells === width || line === undefined) continue
    yield { ...judgeRow(line, cells, width), at: range(line.start, line.end) }
  }
}

function judgeRow(line: Line, cells: number, head: number): Found {
  const args = { cells, head }
  if (cells < head) return { code: 'fewer', args }
  const pipes = pipesInCode(line)
  if (pipes.length === cells - head) {
    return { code: 'pipe', args, fix: pipes.map(start => ({ start, end: start, text: '\\' })) }
  }
  const empty = emptyEnd(line, cells - head)
  if (empty === undefined) return { code: 'more', args }
  const fix: Edit[] = [{ start: empty, end: line.end, text: '' }]
  return { code: 'more', args, fix, severity: 'note' }
}

function* checkParagraph({ at }: Block, text: string, range: RangeOf): Iterable<Found> {
  if (!text.slice(at.start, at.end).includes('|')) return
  const lines = linesOf(text, at.start, at.end)
  const from = lines.findIndex(line => line.text.startsWith('|'))
  const rows = from === -1 ? [] : lines.slice(from)
  const [first, second] = rows
  // One row may be anything; rows that begin and end with a bar are a table to whoever wrote them.
  if (first === undefined || second === undefined || !rows.every(({ text: row }) => /^\|.*\|$/.test(row)))
    return
  const { delimiter, fix } = delimiterFix(rows)
  const place = range(first.start, first.end)
  yield { code: 'noTable', args: { delimiter }, at: place, ...(fix === undefined ? {} : { fix: [fix] }) }
}

import type { AlignType, Table } from 'mdast'
import { style } from '../lib/style.js'
import { cells } from '../lib/text.js'
import { fitColumns, largest } from './columns.js'
import { type InlineContext, inlinesOf } from './markdown-inline.js'
import { type Inline, inlineCells, wrap } from './wrap.js'

/** Cells between two columns, and the fewest that a column keeps where room is short. */
const GAP = 2
const LEAST = 6

/** A Markdown table with aligned columns; what is too wide for its column goes on in the next line. */
export function tableLines(table: Table, context: InlineContext, width: number): string[] {
  const rows = table.children.map((row, i) =>
    row.children.map(cell => inlinesOf(cell.children, context, i === 0 ? ['bold'] : [])),
  )
  const count = largest(rows.map(row => row.length))
  const natural = Array.from({ length: count }, (_, i) =>
    Math.max(1, largest(rows.map(row => inlineCells(row[i] ?? [])))),
  )
  const widths = fitColumns(natural, width - GAP * (count - 1), LEAST)
  const [head, ...body] = rows.map(row => rowLines(row, widths, table.align ?? []))
  const rule = style.dim(widths.map(cell => '─'.repeat(cell)).join(' '.repeat(GAP)))
  return [...(head ?? []), rule, ...body.flat()]
}

function rowLines(
  row: readonly (readonly Inline[])[],
  widths: readonly number[],
  align: readonly AlignType[],
): string[] {
  const columns = widths.map((width, i) => wrap(row[i] ?? [], width))
  const height = largest(columns.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, i) => alignCell(lines[line] ?? '', widths[i] ?? 0, align[i]))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

function alignCell(text: string, width: number, align: AlignType | undefined): string {
  const room = Math.max(0, width - cells(text))
  const left = align === 'right' ? room : align === 'center' ? room >> 1 : 0
  return ' '.repeat(left) + text + ' '.repeat(room - left)
}

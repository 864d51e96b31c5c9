import { style } from '../lib/style.js'
import { cells, cutCells, padCells } from '../lib/text.js'
import { fitColumns, largest } from './columns.js'
import { shownLine } from './shown.js'

export interface Column {
  readonly header: string
  /** May be cut with `…` where room is short. */
  readonly cut?: boolean
  /** May be left out where the last column would else be hard to read. */
  readonly spare?: boolean
}

/** A cell's text, and how it is painted once it has its width. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

/** Cells between two columns, and the fewest that a cut column keeps. */
const GAP = 2
const LEAST = 8
/** Below this the last column is hard to read, and spare ones make room for it. */
const READABLE = 32

/**
 * A table with a dim header and columns aligned by display cells.
 * @param width cells of the screen; without it nothing is cut or left out, so that a pipe gets
 *   whole values
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width?: number,
): string {
  const all = columns.map((column, i) => filled(column, rows, i))
  const kept = width === undefined ? all : fitted(all, width)
  const line = (texts: readonly string[]): string => texts.join(' '.repeat(GAP))
  const head = line(
    kept.map((column, i) =>
      style.dim(sized(column.header, cells(column.header), column.width, i === kept.length - 1)),
    ),
  )
  const lines = rows.map((_, row) =>
    line(
      kept.map(({ cells: own, width: room }, i) => {
        const { text, width: needed, paint } = own[row] ?? BLANK
        return paint(sized(text, needed, room, i === kept.length - 1))
      }),
    ),
  )
  return [head, ...lines].join('\n')
}

/** A column with its cells and the room that it gets. */
interface FilledColumn extends Column {
  readonly cells: readonly FilledCell[]
  readonly width: number
}

interface FilledCell extends Exclude<Cell, string> {
  /** Of the whole text. */
  readonly width: number
}

const BLANK: FilledCell = { text: '', width: 0, paint: text => text }

function filled(column: Column, rows: readonly (readonly Cell[])[], i: number): FilledColumn {
  const own = rows.map(row => {
    const cell = row[i] ?? ''
    const { text, paint } = typeof cell === 'string' ? { text: cell, paint: BLANK.paint } : cell
    const shown = shownLine(text)
    return { text: shown, width: cells(shown), paint }
  })
  const width = Math.max(cells(column.header), largest(own.map(cell => cell.width)))
  return { ...column, cells: own, width }
}

/** The last column ends its line: no padding behind it. */
function sized(text: string, needed: number, width: number, last: boolean): string {
  if (needed > width) return last ? cutCells(text, width) : padCells(cutCells(text, width), width)
  return last ? text : text + ' '.repeat(width - needed)
}

function fitted(columns: readonly FilledColumn[], width: number): FilledColumn[] {
  const sized = shared(columns, width - GAP * (columns.length - 1))
  const [natural, given] = [columns.at(-1)?.width ?? 0, sized.at(-1)?.width ?? 0]
  const spare = columns.findLastIndex(column => column.spare === true)
  if (given >= Math.min(natural, READABLE) || spare === -1) return sized
  return fitted(columns.toSpliced(spare, 1), width)
}

/** The columns that may not be cut take what they need; the others share the rest. */
function shared(columns: readonly FilledColumn[], total: number): FilledColumn[] {
  const widthsOf = (cut: boolean): number[] =>
    columns.filter(column => (column.cut === true) === cut).map(column => column.width)
  const fixed = widthsOf(false).reduce((sum, width) => sum + width, 0)
  const widths = fitColumns(widthsOf(true), total - fixed, LEAST)[Symbol.iterator]()
  return columns.map(column =>
    column.cut === true ? { ...column, width: widths.next().value ?? column.width } : column,
  )
}

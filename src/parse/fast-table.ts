import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'

const DELIMITERS = / *\|(?: *:?-+:? *\|)+ *$/my

/**
 * True when the cursor stands at a row with bars at both ends, and the line below, which begins in
 * the same column, makes it the header of a table.
 */
export function beginsTable(cursor: LineCursor): boolean {
  const { text, stop } = cursor
  DELIMITERS.lastIndex = stop + 1
  const below = DELIMITERS.exec(text)?.[0]
  if (below === undefined || below.indexOf('|') !== cursor.at - cursor.start) return false
  return cellsOf(cursor.rest())?.length === below.split('|').length - 2
}

/** The words of a row, cells apart; undefined where its cells are not plainly to be seen. */
export function rowText(row: string): string | undefined {
  const cells = cellsOf(row)
  if (cells === undefined) return undefined
  let words = ''
  for (const cell of cells) {
    const text = inlineText(cell.replace(/^ +| +$/g, ''))
    if (text === undefined) return undefined
    words += `${text} `
  }
  return words
}

// Bars inside code end a cell as well, so only escaped ones would need more than this.
function cellsOf(row: string): string[] | undefined {
  if (!/^\|.*\|$/.test(row) || row.includes('\\') || row.includes('||')) return undefined
  return row.split('|').slice(1, -1)
}

import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'
import type { Places } from './fast-places.js'

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

/**
 * The words of the row at the cursor, cells apart; undefined where its cells are not plainly to be
 * seen. Adds the row to the table with the index `block`.
 */
export function rowText(cursor: LineCursor, places: Places, block: number): string | undefined {
  const cells = cellsOf(cursor.rest())
  if (cells === undefined) return undefined
  let at = cursor.at + 1
  let words = ''
  for (const cell of cells) {
    const behind = cell.replace(/^ +/, '')
    const prose = { block, source: behind.replace(/ +$/, ''), start: at + cell.length - behind.length }
    const text = inlineText(prose)
    if (text === undefined) return undefined
    places.prose.push(prose)
    words += `${text} `
    at += cell.length + 1
  }
  const table = places.blocks[block]
  if (table === undefined) return undefined
  table.rows?.push(cells.length)
  table.end = cursor.stop
  return words
}

// Bars inside code end a cell as well, so only escaped ones would need more than this.
function cellsOf(row: string): string[] | undefined {
  if (!/^\|.*\|$/.test(row) || row.includes('\\') || row.includes('||')) return undefined
  return row.split('|').slice(1, -1)
}

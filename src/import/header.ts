import { FORMULA_SIGNS } from '../lib/csv-formula.js'

/** Names of columns out of a header: each has one, no two the same. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((cell, i) => {
    const name = cell.normalize('NFC').replace(/\s+/g, ' ').trim() || `column ${i + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

// What exporters put before a cell that a spreadsheet would take for a formula.
const GUARD = new RegExp(`^'(?=[${FORMULA_SIGNS}])`)

/** A cell as it was before it was exported: line ends LF, without the guard against formulas. */
export function cleanCell(cell: string): string {
  const text = cell.charCodeAt(0) === 0x27 ? cell.replace(GUARD, '') : cell
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

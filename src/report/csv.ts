import { csvCell } from '../lib/csv-formula.js'

/**
 * One record of CSV (RFC 4180), every field in quotes. A field that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function csvLine(fields: readonly string[]): string {
  return fields.map(csvCell).join(',')
}

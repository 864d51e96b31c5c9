/** What a spreadsheet would take for a formula at the beginning of a cell, full-width twins too. */
const FORMULA = /^[=+\-@|%\t\r\n＝＋－＠｜％]/

/**
 * One record of CSV (RFC 4180), every field in quotes. A field that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function csvLine(fields: readonly string[]): string {
  return fields
    .map(field => `"${(FORMULA.test(field) ? `'${field}` : field).replaceAll('"', '""')}"`)
    .join(',')
}

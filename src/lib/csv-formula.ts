/** What a spreadsheet takes for the beginning of a formula, full-width twins too: for the inside of a class. */
export const FORMULA_SIGNS: string = String.raw`=+\-@|%＝＋－＠｜％\t\r\n`

const FORMULA = new RegExp(`^[${FORMULA_SIGNS}]`)

/** A cell of CSV in quotation marks (RFC 4180), with an apostrophe before what a spreadsheet would run. */
export function csvCell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

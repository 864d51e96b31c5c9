import { cleanCell, columnNames } from './header.js'
import type { ReadRow } from './row.js'

/**
 * The rows of a sheet, the first as header. Days and times come as ISO text, numbers as they are stored.
 * @param bytes of the workbook, which must have been looked through: it is inflated here
 * @param sheet name of the sheet; the first where it is left out
 */
export async function* xlsxRows(bytes: Uint8Array, sheet: string | undefined): AsyncIterable<ReadRow> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  let columns: readonly string[] | undefined
  let number = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet ?? 0 })) {
    const texts = values.map(textOf)
    if (texts.every(text => text.trim() === '')) continue
    if (columns === undefined) {
      columns = columnNames(texts)
      continue
    }
    const cells = new Map<string, string>()
    for (const [i, text] of texts.entries()) {
      if (text.trim() !== '') cells.set(columns[i] ?? `column ${i + 1}`, cleanCell(text))
    }
    yield { number: ++number, place: String(index + 1), cells }
  }
}

function textOf(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return text
    .replace(/T00:00:00\.000Z$/, '')
    .replace('T', ' ')
    .replace(/\.000Z$/, '')
}

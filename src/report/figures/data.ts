import type { Report, ReportCell, ReportColumn } from '../../figures/report.js'
import { csvLine } from '../csv.js'
import { cellValue } from './values.js'

/** A report as JSON: figures by their ids, tables with a key a column. */
export function reportJson({ name, day, after, figures, tables }: Report): object {
  return {
    report: name,
    asOf: day,
    after: after ?? null,
    figures: Object.fromEntries(figures.map(({ id, value }) => [id, value ?? null])),
    tables: Object.fromEntries(
      tables.map(({ id, columns, rows }) => [
        id,
        rows.map(row => Object.fromEntries(columns.flatMap((column, at) => entriesOf(column, row[at])))),
      ]),
    ),
  }
}

/** A cell by the id of its column; beside a term its label in both languages. */
function entriesOf({ id }: ReportColumn, cell: ReportCell): [string, unknown][] {
  const own: [string, unknown] = [id, cellValue(cell)]
  return typeof cell === 'object' && 'id' in cell ? [own, [`${id}_label`, cell.label]] : [own]
}

/** A report as CSV, one line a value: table, row, column, value; figures are the table `figures`. */
export function reportCsv({ figures, tables }: Report): string {
  const lines = [csvLine(['table', 'row', 'column', 'value'])]
  for (const { id, value } of figures)
    lines.push(csvLine(['figures', id, 'value', value === undefined ? '' : String(value)]))
  for (const { id, columns, rows } of tables) {
    for (const [i, row] of rows.entries()) {
      for (const [at, column] of columns.entries()) {
        lines.push(csvLine([id, String(i + 1), column.id, String(cellValue(row[at]) ?? '')]))
      }
    }
  }
  return lines.join('\r\n')
}

/**
 * The figures as Prometheus text (https://prometheus.io/docs/instrumenting/exposition_formats/); what
 * nothing tells is left out. All are gauges: feedback can be called back by a merge.
 */
export function reportPrometheus({ figures }: Report): string {
  return figures
    .flatMap(({ id, label, value }) => {
      const name = `casectl_${id}`
      return value === undefined
        ? []
        : [`# HELP ${name} ${label.en}`, `# TYPE ${name} gauge`, `${name} ${value}`]
    })
    .join('\n')
}

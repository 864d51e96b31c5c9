import type { Report, ReportTable } from '../../figures/report.js'
import type { Language } from '../../lib/message.js'
import { style } from '../../lib/style.js'
import { table } from '../table.js'
import { barLengths, cellText, figureText } from './values.js'

/** Cells of the longest bar. */
const BAR = 10

/** A report for the terminal: title, figures, tables with small bars. */
export function reportTable(report: Report, language: Language, width?: number): string {
  const head = style.bold(`${report.title[language]} · ${report.day}`)
  const figures = table(
    [{ header: HEAD.figure[language] }, { header: HEAD.value[language] }],
    report.figures.map(figure => [figure.label[language], figureText(figure, language)]),
  )
  const tables = report.tables
    .filter(({ rows }) => rows.length > 0)
    .map(each => `${style.bold(each.title[language])}\n${oneTable(each, language, width)}`)
  return [head, figures, ...tables].join('\n\n')
}

function oneTable(shown: ReportTable, language: Language, width: number | undefined): string {
  const bars = barLengths(shown)
  const columns = shown.columns.map(({ id, title }) => ({
    header: title[language],
    cut: CUT.has(id),
    spare: id === 'owner',
  }))
  const rows = shown.rows.map((row, i) => [
    ...shown.columns.map((column, at) => cellText(row[at], column, language)),
    ...(bars === undefined
      ? []
      : [{ text: '█'.repeat(Math.round((bars[i] ?? 0) * BAR)), paint: style.cyan }]),
  ])
  return table(bars === undefined ? columns : [...columns, { header: '' }], rows, width)
}

/** Columns of words, which give way where room is short. */
const CUT = new Set(['title', 'why', 'question', 'what', 'owner', 'name'])
const HEAD = { figure: { en: 'Figure', zh: '指标' }, value: { en: 'Value', zh: '数值' } }

import type { Figure, ReportCell, ReportColumn, ReportTable, Unit } from '../../figures/report.js'
import type { Language } from '../../lib/message.js'

/** A number as people read it; `–` for none. Chinese sets no space before `%` (GB/T 15835). */
function numberText(value: number | undefined, unit: Unit | undefined, language: Language): string {
  if (value === undefined) return '–'
  if (unit === 'share') return `${Math.round(value * 1000) / 10}${language === 'zh' ? '' : ' '}%`
  if (unit === 'stars') return value.toFixed(1)
  return String(Math.round(value * 10) / 10)
}

export function figureText({ value, unit }: Figure, language: Language): string {
  return numberText(value, unit, language)
}

/** A cell as people read it. */
export function cellText(cell: ReportCell, { unit }: Pick<ReportColumn, 'unit'>, language: Language): string {
  if (cell === undefined) return '–'
  if (typeof cell === 'number') return numberText(cell, unit, language)
  if (typeof cell === 'string') return cell
  return 'id' in cell ? cell.label[language] : cell[language]
}

/** A cell as programs read it. */
export function cellValue(cell: ReportCell): string | number | null {
  if (typeof cell !== 'object') return cell ?? null
  return 'id' in cell ? cell.id : cell.en
}

/**
 * How long the bar of each row is, 0 to 1: shares and stars of what they can be, others of the most.
 * @returns undefined for a table without bars
 */
export function barLengths({ columns, rows }: ReportTable): readonly number[] | undefined {
  const at = columns.findIndex(({ bar }) => bar === true)
  const unit = columns[at]?.unit
  if (at === -1) return undefined
  const values = rows.map(row => (typeof row[at] === 'number' ? row[at] : 0))
  const most = unit === 'share' ? 1 : unit === 'stars' ? 5 : values.reduce((a, b) => Math.max(a, b), 0)
  return values.map(value => (most === 0 ? 0 : Math.max(0, Math.min(1, value / most))))
}

import type { Report } from '../../figures/report.js'
import type { Language } from '../../lib/message.js'
import { markdownText } from '../lint/markdown-text.js'
import { cellText, figureText } from './values.js'

/** A report as Markdown, for pull requests, wikis and groups. */
export function reportMarkdown(report: Report, language: Language): string {
  const lines = [`## ${markdownText(report.title[language])} · ${report.day}`, '']
  for (const figure of report.figures)
    lines.push(`- ${markdownText(figure.label[language])}: **${figureText(figure, language)}**`)
  for (const { title, columns, rows } of report.tables) {
    if (rows.length === 0) continue
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
    lines.push('', `### ${markdownText(title[language])}`, '')
    lines.push(line(columns.map(column => markdownText(column.title[language]))))
    lines.push(line(columns.map(({ unit }) => (unit === undefined ? '---' : '---:'))))
    for (const row of rows) {
      lines.push(line(columns.map((column, at) => markdownText(cellText(row[at], column, language)))))
    }
  }
  return lines.join('\n')
}

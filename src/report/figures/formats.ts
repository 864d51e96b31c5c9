import type { Report } from '../../figures/report.js'
import type { Language } from '../../lib/message.js'
import { envelope } from '../envelope.js'
import { reportCsv, reportJson, reportPrometheus } from './data.js'
import { reportHtml } from './html.js'
import { reportMarkdown } from './markdown.js'

/** What reports are written as beside the terminal's table. */
export const REPORT_FORMATS = ['table', 'markdown', 'json', 'csv', 'html', 'prometheus'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** A report as a file's text, ending in a line break. */
export function reportText(
  report: Report,
  format: Exclude<ReportFormat, 'table'>,
  language: Language,
): string {
  const texts = {
    markdown: () => reportMarkdown(report, language),
    json: () => JSON.stringify(envelope(`report ${report.name}`, reportJson(report)), undefined, 2),
    csv: () => reportCsv(report),
    html: () => reportHtml(report, language),
    prometheus: () => reportPrometheus(report),
  }
  const text = texts[format]()
  return text === '' ? '' : `${text}${format === 'csv' ? '\r\n' : '\n'}`
}

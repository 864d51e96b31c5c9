import type { Language } from '../../lib/message.js'
import type { DueReport } from './due-report.js'
import { dueIcs } from './ics.js'
import { dueMarkdown } from './markdown.js'
import { dueTable } from './table.js'

export type DueFormat = 'table' | 'json' | 'ics' | 'markdown'

/** The formats that are text; `json` is an envelope. */
export const DUE_REPORTERS: Readonly<
  Record<Exclude<DueFormat, 'json'>, (report: DueReport, language: Language) => string>
> = { table: dueTable, ics: dueIcs, markdown: dueMarkdown }

/** The same as JSON. */
export function dueJson({ run }: DueReport): object {
  return {
    asOf: run.today,
    last: run.last,
    due: run.cases.map(({ case: found, day, due, reasons, reviewers }) => ({
      ...{ id: found.id, title: found.title, path: found.path, status: found.status },
      ...{ owner: found.owner ?? null, day, due, reasons: reasons.map(({ en }) => en), reviewers },
    })),
    expired: run.expired.map(({ file, record }) => ({ path: file.path, ...record })),
  }
}

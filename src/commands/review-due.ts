import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { DUE_REPORTERS, type DueFormat, dueJson } from '../report/due/report.js'
import { dueCases } from '../workspace/review-due.js'
import { type Command, envelope } from './context.js'
import { readDays } from './days-ahead.js'
import { dayOption } from './lint-options.js'

export interface ReviewDueOptions {
  readonly window?: string
  readonly asOf?: string
  readonly format?: DueFormat
}

/** `casectl review due`: what is to be read again, and when; exit 1 where a day has come or an exception has expired. */
export const reviewDue: Command<ReviewDueOptions> = async (context, options) => {
  const { terminal, host } = context
  const today = dayOption('as-of', options.asOf) ?? dayOf(host.now())
  const window = windowOf(options.window ?? '90d')
  const run = await dueCases(await context.openWorkspace(), today, window)
  const due = run.cases.filter(each => each.due).length
  const format = options.format ?? 'table'
  const report = { run, width: terminal.screen ? terminal.width : undefined }
  if (format === 'json') terminal.json(envelope('review due', dueJson(report)))
  else if (format === 'ics') terminal.raw(DUE_REPORTERS.ics(report, terminal.language))
  else if (run.cases.length + run.expired.length > 0) {
    terminal.out(DUE_REPORTERS[format](report, terminal.language))
  }
  terminal.say(COUNTS, { due, soon: run.cases.length - due, last: run.last, expired: run.expired.length })
  return due + run.expired.length > 0 ? 1 : 0
}

const COUNTS = {
  en: 'Due: {due}. To come until {last}: {soon}. Expired exceptions: {expired}.',
  zh: '到期：{due}。{last} 之前将到期：{soon}。已过期的例外：{expired}。',
} as const

function windowOf(text: string): number {
  const days = readDays('window', text)
  if (days !== undefined) return days
  throw new CasectlError('usage', {
    en: `--window takes days or weeks, 90d or 12w, not "${text}".`,
    zh: `--window 需要天数或周数，如 90d 或 12w，而不是“${text}”。`,
  })
}

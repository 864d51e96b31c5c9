import { dayOf } from '../lib/day.js'
import { countStates, slaBasis, slaJson, slaMarkdown, slaTable } from '../report/sla.js'
import { slaReport } from '../workspace/report-sla.js'
import { type Command, envelope } from './context.js'
import { dayOption } from './lint-options.js'
import { wholeNumber } from './numbers.js'

export interface ReportSlaOptions {
  readonly asOf?: string
  readonly hours?: string
  readonly urgency?: readonly string[]
  readonly format?: 'table' | 'json' | 'markdown'
}

/** R34: emergency cases are in the library within two days. */
const HOURS = 48
const URGENT = ['critical']

/** `casectl report sla`: urgent cases against their deadline; exit 1 while one is missing past it. */
export const reportSla: Command<ReportSlaOptions> = async (context, options) => {
  const { terminal, host } = context
  const today = dayOption('as-of', options.asOf) ?? dayOf(host.now())
  const hours = wholeNumber('hours', options.hours, 1) ?? HOURS
  const { urgency = URGENT, format = 'table' } = options
  const cases = await slaReport(await context.openWorkspace(), { urgency, hours, today }, host.env)
  const report = { cases, today, hours, urgency }
  const { language } = terminal
  if (format === 'json') terminal.json(envelope('report sla', slaJson(report)))
  else if (format === 'markdown') terminal.out(slaMarkdown(report, language))
  else if (cases.length > 0) {
    terminal.out(slaTable(report, language, terminal.screen ? terminal.width : undefined))
  }
  const counts = countStates(cases)
  const basis = slaBasis(report, language)
  if (format === 'table') terminal.say({ en: basis, zh: basis })
  terminal.say(COUNTS, counts)
  return counts.overdue > 0 ? 1 : 0
}

const COUNTS = {
  en: 'In time: {met}, late: {late}, overdue: {overdue}, open: {open}, unknown: {unknown}.',
  zh: '按时：{met}，超时：{late}，逾期未入库：{overdue}，进行中：{open}，未知：{unknown}。',
} as const

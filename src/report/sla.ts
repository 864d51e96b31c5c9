import type { Day } from '../lib/day.js'
import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { SlaState, UrgentCase } from '../review/sla.js'
import { codeSpan, markdownText } from './lint/markdown-text.js'
import { table } from './table.js'

/** Urgent cases and what they were held against. */
export interface SlaReport {
  readonly cases: readonly UrgentCase[]
  readonly today: Day
  readonly hours: number
  readonly urgency: readonly string[]
}

/** What the report compares, in a sentence: numbers without it say nothing. */
export function slaBasis({ hours, urgency }: SlaReport, language: Language): string {
  const list = urgency.join(', ')
  return {
    en: `Compared: the day on which the main line of this history (first parents of HEAD, committer date in UTC) first has the case as published, with \`opened\` plus ${hours} hours, rounded up to whole days. Urgency: ${list}.`,
    zh: `比较方法：本仓库主线（HEAD 的第一父提交，提交日期按 UTC）首次出现该案例已发布状态的日期，与 \`opened\` 加 ${hours} 小时（向上取整到天）。紧急程度：${list}。`,
  }[language]
}

/** One line a case. */
export function slaTable(report: SlaReport, language: Language, width?: number): string {
  const t = (word: keyof typeof WORDS): string => WORDS[word][language]
  const rows = report.cases.map(({ case: found, arrival, deadline, state, days }) => [
    { text: found.id, paint: style.bold },
    state === 'overdue' ? { text: STATES[state][language], paint: style.red } : STATES[state][language],
    found.opened ?? '–',
    deadline ?? '–',
    arrival.published ?? '–',
    days === undefined ? '–' : String(days),
    found.title,
  ])
  const headers = [t('case'), t('state'), t('opened'), t('deadline'), t('published'), t('days')]
  const columns = [...headers.map(header => ({ header })), { header: t('title'), cut: true, spare: true }]
  return table(columns, rows, width)
}

export function slaMarkdown(report: SlaReport, language: Language): string {
  const t = (word: keyof typeof WORDS): string => WORDS[word][language]
  const names = ['case', 'state', 'opened', 'deadline', 'published', 'days', 'title'] as const
  const rows = report.cases.map(({ case: found, arrival, deadline = '–', state, days = '–' }) =>
    row([
      codeSpan(found.id),
      STATES[state][language],
      found.opened ?? '–',
      deadline,
      arrival.published ?? '–',
      String(days),
      markdownText(found.title),
    ]),
  )
  return [
    `## ${t('heading')} ${report.today}`,
    '',
    slaBasis(report, language),
    '',
    row(names.map(t)),
    row(names.map(() => '---')),
    ...rows,
    '',
  ].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

export function slaJson(report: SlaReport): object {
  const { today, hours, urgency } = report
  return {
    ...{ asOf: today, hours, urgency, basis: slaBasis(report, 'en'), counts: countStates(report.cases) },
    cases: report.cases.map(({ case: found, arrival, deadline, state, days }) => ({
      ...{ id: found.id, title: found.title, path: found.path, status: found.status, state },
      ...{ opened: found.opened ?? null, deadline: deadline ?? null },
      ...{ firstCommitted: arrival.first ?? null, published: arrival.published ?? null, days: days ?? null },
    })),
  }
}

/** How many cases are in each state. */
export function countStates(cases: readonly UrgentCase[]): Record<SlaState, number> {
  const counts = { met: 0, late: 0, overdue: 0, open: 0, unknown: 0 }
  for (const { state } of cases) counts[state]++
  return counts
}

const STATES: Readonly<Record<SlaState, Message>> = {
  met: { en: 'in time', zh: '按时' },
  late: { en: 'late', zh: '超时' },
  overdue: { en: 'overdue', zh: '逾期未入库' },
  open: { en: 'open', zh: '进行中' },
  unknown: { en: 'unknown', zh: '未知' },
}

const WORDS = {
  heading: { en: 'Urgent cases as of', zh: '紧急案例入库情况，截至' },
  case: { en: 'case', zh: '案例' },
  state: { en: 'state', zh: '状态' },
  opened: { en: 'opened', zh: '报修日' },
  deadline: { en: 'deadline', zh: '期限' },
  published: { en: 'published', zh: '入库日' },
  days: { en: 'days', zh: '天数' },
  title: { en: 'title', zh: '标题' },
} as const satisfies Record<string, Message>

import { daysBetween } from '../lib/day.js'
import type { Message } from '../lib/message.js'
import type { TicketRow } from '../model/ticket-row.js'
import { byGroup } from './by-group.js'
import { inForce, shareOf, usesOf } from './cases.js'
import type { Figure, Report, ReportCell, ReportInput } from './report.js'

/** How many cases stand in each stage of the loop, and what closed tickets tell of it. */
export function loopReport(input: ReportInput): Report {
  const { cases } = input.library
  const living = cases.filter(({ archived }) => !archived)
  const of = (...statuses: readonly string[]): number =>
    living.filter(({ status }) => statuses.includes(status)).length
  const inbox = `${input.library.config.folders.cases}/inbox/`
  const collected = living.filter(({ status, path }) => status === 'draft' && path.startsWith(inbox)).length
  const used = inForce(input).filter(found => usesOf(input, found) > 0).length
  const stages: (readonly [Message, Message, number])[] = [
    [STAGES.collect, { en: 'drafts in the inbox', zh: '收件箱草稿' }, collected],
    [STAGES.standardise, { en: 'other drafts', zh: '其他草稿' }, of('draft') - collected],
    [STAGES.standardise, { en: 'in review', zh: '评审中' }, of('in-review')],
    [STAGES.apply, { en: 'published', zh: '已发布' }, of('published')],
    [STAGES.apply, { en: 'in force and used', zh: '有效且被使用' }, used],
    [STAGES.optimise, { en: 'marked for review', zh: '待复审' }, of('needs-review')],
    [
      STAGES.optimise,
      { en: 'superseded, archived, withdrawn', zh: '已取代、归档、撤回' },
      cases.length - of('draft', 'in-review', 'published', 'needs-review'),
    ],
  ]
  return {
    name: 'loop',
    title: {
      en: 'The loop: collect, standardise, apply, optimise',
      zh: '闭环报告：收集、标准化、应用、优化',
    },
    day: input.today,
    after: input.after,
    figures: [
      { id: 'cases', label: { en: 'Cases', zh: '案例' }, value: cases.length, unit: 'count' },
      {
        id: 'used_share',
        label: { en: 'Used, of those in force', zh: '有效案例的使用率' },
        value: shareOf(used, inForce(input).length),
        unit: 'share',
      },
      ...ticketFigures(input),
    ],
    tables: [
      {
        id: 'stages',
        title: { en: 'Stages', zh: '阶段' },
        columns: [
          { id: 'stage', title: { en: 'Stage', zh: '阶段' } },
          { id: 'what', title: { en: 'What', zh: '内容' } },
          { id: 'cases', title: { en: 'Cases', zh: '案例' }, unit: 'count', bar: true },
        ],
        rows: stages.map(([...row]): ReportCell[] => row),
      },
      ...byGroup(input),
    ],
  }
}

/** What an export of tickets tells, where its columns allow: the tickets with a case against all. */
function ticketFigures({ tickets, known = new Set() }: ReportInput): Figure[] {
  if (tickets === undefined) return []
  const closed = tickets.filter(ticket => ticket.closed)
  const withCase = closed.filter(({ ref }) => known.has(ref.toUpperCase()))
  const pair = (
    id: string,
    label: Message,
    unit: Figure['unit'],
    of: (rows: readonly TicketRow[]) => number | undefined,
  ): Figure[] => [
    { id, label, unit, value: of(closed) },
    {
      id: `${id}_with_case`,
      label: { en: `${label.en}, with a case`, zh: `${label.zh}（有案例）` },
      unit,
      value: of(withCase),
    },
  ]
  return [
    {
      id: 'tickets_closed',
      label: { en: 'Closed tickets', zh: '已关闭工单' },
      value: closed.length,
      unit: 'count',
    },
    {
      id: 'reuse_share',
      label: { en: 'Closed with a case', zh: '案例复用率' },
      value: shareOf(withCase.length, closed.length),
      unit: 'share',
    },
    ...pair(
      'cycle_days',
      { en: 'Days from opened to closed, median', zh: '处理天数中位数' },
      'days',
      medianDays,
    ),
    ...pair(
      'first_contact_share',
      { en: 'Solved at the first contact', zh: '首次解决率' },
      'share',
      firstShare,
    ),
    ...pair('csat', { en: 'Satisfaction, average', zh: '满意度均值' }, 'count', averageCsat),
  ]
}

function medianDays(rows: readonly TicketRow[]): number | undefined {
  const days = rows
    .flatMap(({ opened, closedOn }) =>
      opened === undefined || closedOn === undefined ? [] : [daysBetween(opened, closedOn)],
    )
    .filter(count => count >= 0)
    .sort((a, b) => a - b)
  const [low, high] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

function firstShare(rows: readonly TicketRow[]): number | undefined {
  const told = rows.filter(({ first }) => first !== undefined)
  return shareOf(told.filter(({ first }) => first === true).length, told.length)
}

function averageCsat(rows: readonly TicketRow[]): number | undefined {
  const told = rows.flatMap(({ csat }) => csat ?? [])
  return shareOf(
    told.reduce((sum, value) => sum + value, 0),
    told.length,
  )
}

const STAGES = {
  collect: { en: 'collect', zh: '收集' },
  standardise: { en: 'standardise', zh: '标准化' },
  apply: { en: 'apply', zh: '应用' },
  optimise: { en: 'optimise', zh: '优化' },
} as const satisfies Record<string, Message>

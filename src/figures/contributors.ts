import { feedbackOf, inForce } from './cases.js'
import type { Report, ReportCell, ReportColumn, ReportInput } from './report.js'

/**
 * Who wrote the cases that help. Ranked by solved uses, then by other uses; how many cases somebody
 * wrote ranks nothing, so that writing many that nobody needs gains nothing.
 */
export function contributorsReport(input: ReportInput): Report {
  const people = new Map<string, { cases: number; solved: number; unsolved: number; used: number }>()
  for (const found of inForce(input)) {
    const name = input.authors?.get(found.id) ?? '–'
    const own = feedbackOf(input, found)
    const sum = people.get(name) ?? { cases: 0, solved: 0, unsolved: 0, used: 0 }
    sum.cases++
    sum.solved += own.solved
    sum.unsolved += own.unsolved
    sum.used += own.used
    people.set(name, sum)
  }
  const rows = [...people]
    .sort(([a, x], [b, y]) => y.solved - x.solved || y.used - x.used || (a < b ? -1 : 1))
    .map(([name, { cases, solved, unsolved, used }]): ReportCell[] => [name, solved, unsolved, used, cases])
  return {
    name: 'contributors',
    title: { en: 'Whose cases help', zh: '贡献者报告' },
    day: input.today,
    after: input.after,
    figures: [
      {
        id: 'contributors',
        label: { en: 'Contributors', zh: '贡献者' },
        value: [...people.keys()].filter(name => name !== '–').length,
        unit: 'count',
      },
      {
        id: 'solved',
        label: { en: 'Solved uses', zh: '解决次数' },
        value: input.feedback.all.solved,
        unit: 'count',
      },
    ],
    tables: [
      { id: 'contributors', title: { en: 'By solved uses', zh: '按解决次数' }, columns: COLUMNS, rows },
    ],
  }
}

const COLUMNS: readonly ReportColumn[] = [
  { id: 'name', title: { en: 'First author', zh: '首位作者' } },
  { id: 'solved', title: { en: 'Solved', zh: '已解决' }, unit: 'count', bar: true },
  { id: 'unsolved', title: { en: 'Not solved', zh: '未解决' }, unit: 'count' },
  { id: 'used', title: { en: 'Other uses', zh: '其他使用' }, unit: 'count' },
  { id: 'cases', title: { en: 'Cases', zh: '案例' }, unit: 'count' },
]

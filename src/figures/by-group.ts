import { type CaseFeedback, solvedShare } from '../feedback/fold.js'
import type { Message } from '../lib/message.js'
import { byCodeUnit } from '../lib/text.js'
import { feedbackOf, groupsOf, inForce } from './cases.js'
import type { Grouping, ReportCell, ReportColumn, ReportInput, ReportTable } from './report.js'

interface Group {
  readonly cell: ReportCell
  cases: number
  due: number
  uses: number
  readonly feedback: Pick<CaseFeedback, 'solved' | 'unsolved'>
}

/** The cases in force by product, owner or industry; most uses first. A case of two groups counts in both. */
export function byGroup(input: ReportInput): ReportTable[] {
  const { by } = input
  if (by === undefined) return []
  const groups = new Map<string, Group>()
  for (const found of inForce(input)) {
    const own = feedbackOf(input, found)
    for (const [name, cell] of groupsOf(found, input, by)) {
      const group = groups.get(name) ?? {
        ...{ cell, cases: 0, due: 0, uses: 0 },
        feedback: { solved: 0, unsolved: 0 },
      }
      group.cases++
      if (input.review.get(found.id)?.due?.due === true) group.due++
      group.uses += own.used + own.solved
      group.feedback.solved += own.solved
      group.feedback.unsolved += own.unsolved
      groups.set(name, group)
    }
  }
  const rows = [...groups]
    .sort(([a, x], [b, y]) => y.uses - x.uses || y.cases - x.cases || byCodeUnit(a, b))
    .map(([, { cell, cases, due, uses, feedback }]) => [
      ...[cell, cases, due, uses],
      solvedShare({ used: 0, outdated: 0, ratings: 0, stars: 0, ...feedback }),
    ])
  return [{ id: `by_${by}`, title: TITLES[by], columns: columnsOf(by), rows }]
}

/** The column that names the group of a row. */
export function groupColumn(by: Grouping): ReportColumn {
  return { id: by, title: NAMES[by] }
}

/** `By product` … */
export function groupTitle(by: Grouping): Message {
  return TITLES[by]
}

function columnsOf(by: Grouping): ReportTable['columns'] {
  return [
    groupColumn(by),
    { id: 'cases', title: { en: 'Cases', zh: '案例' }, unit: 'count' },
    { id: 'due', title: { en: 'Review due', zh: '待复审' }, unit: 'count' },
    { id: 'uses', title: { en: 'Uses', zh: '使用' }, unit: 'count', bar: true },
    { id: 'solved_share', title: { en: 'Solved', zh: '解决率' }, unit: 'share' },
  ]
}

const NAMES: Readonly<Record<Grouping, Message>> = {
  product: { en: 'Product', zh: '产品' },
  owner: { en: 'Owner', zh: '负责人' },
  industry: { en: 'Industry', zh: '行业' },
}
const TITLES: Readonly<Record<Grouping, Message>> = {
  product: { en: 'By product', zh: '按产品' },
  owner: { en: 'By owner', zh: '按负责人' },
  industry: { en: 'By industry', zh: '按行业' },
}

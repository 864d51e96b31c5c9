import { solvedShare } from '../feedback/fold.js'
import { addDays } from '../lib/day.js'
import { byGroup } from './by-group.js'
import { feedbackOf, inForce } from './cases.js'
import { toMend } from './mend.js'
import type { Report, ReportCell, ReportColumn, ReportInput, ReportTable } from './report.js'

const MOST = 5
/** Days beyond today that are told of: the next month. */
const AHEAD = 30

/** What a team should hear of: what is new, what was used, what is to be mended and reviewed. */
export function digestReport(input: ReportInput): Report {
  const { today, after = today, feedback } = input
  const cases = inForce(input)
  const fresh = cases.filter(({ created }) => created !== undefined && created >= after)
  const soon = cases.filter(({ id }) => (input.review.get(id)?.due?.day ?? '9999') <= addDays(today, AHEAD))
  const used = cases
    .map(found => ({ found, uses: feedbackOf(input, found).used + feedbackOf(input, found).solved }))
    .filter(({ uses }) => uses > 0)
    .sort((a, b) => b.uses - a.uses)
    .slice(0, MOST)
  const mend = toMend(input, MOST).map(({ case: { id, title }, points }): ReportCell[] => [id, title, points])
  return {
    name: 'digest',
    title: { en: `Case library since ${after}`, zh: `案例库简报，自 ${after} 起` },
    day: today,
    after,
    figures: [
      { id: 'cases_new', label: { en: 'New cases', zh: '新增案例' }, value: fresh.length, unit: 'count' },
      {
        id: 'uses',
        label: { en: 'Uses', zh: '使用' },
        value: feedback.all.used + feedback.all.solved,
        unit: 'count',
      },
      {
        id: 'solved_share',
        label: { en: 'Solved', zh: '解决率' },
        value: solvedShare(feedback.all),
        unit: 'share',
      },
      {
        id: 'cases_due_soon',
        label: { en: 'Review due within 30 days', zh: '30 天内待复审' },
        value: soon.length,
        unit: 'count',
      },
    ],
    tables: [
      list(
        'new',
        { en: 'New', zh: '新增' },
        fresh.slice(0, 2 * MOST).map(({ id, title }) => [id, title]),
      ),
      list(
        'used',
        { en: 'Used most', zh: '使用最多' },
        used.map(({ found, uses }) => [found.id, found.title, uses]),
        USES,
      ),
      list('mend', { en: 'Mend first', zh: '优先改进' }, mend, POINTS),
      ...byGroup(input),
    ],
  }
}

function list(
  id: string,
  title: ReportTable['title'],
  rows: ReportTable['rows'],
  last?: ReportColumn,
): ReportTable {
  return { id, title, rows, columns: last === undefined ? NAMED : [...NAMED, last] }
}

const USES: ReportColumn = { id: 'uses', title: { en: 'Uses', zh: '使用' }, unit: 'count', bar: true }
const POINTS: ReportColumn = { id: 'points', title: { en: 'Points', zh: '分值' }, unit: 'count' }
const NAMED: readonly ReportColumn[] = [
  { id: 'case', title: { en: 'Case', zh: '案例' } },
  { id: 'title', title: { en: 'Title', zh: '标题' } },
]

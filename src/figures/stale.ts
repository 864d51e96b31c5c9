import { daysBetween } from '../lib/day.js'
import { byGroup } from './by-group.js'
import { feedbackOf, inForce } from './cases.js'
import type { Report, ReportCell, ReportColumn, ReportInput } from './report.js'

/** Cases that nobody changed or used for so long are listed, in days: the default of `lifecycle`. */
const QUIET = 180
const MOST = 50

/** The cases in force that nobody changed or used for long, the longest first. */
export function staleReport(input: ReportInput): Report {
  const all = inForce(input).map(found => {
    const { last, used, solved } = feedbackOf(input, found)
    const changed = found.updated ?? found.created
    const touched = [last, changed]
      .filter(day => day !== undefined)
      .sort()
      .at(-1)
    const days = touched === undefined ? undefined : daysBetween(touched, input.today)
    return { found, last, changed, uses: used + solved, days }
  })
  const quiet = all
    .filter(({ days }) => days === undefined || days >= QUIET)
    .sort((a, b) => (b.days ?? 1e6) - (a.days ?? 1e6) || (a.found.id < b.found.id ? -1 : 1))
  const rows = quiet
    .slice(0, MOST)
    .map(({ found, last, changed, uses, days }): ReportCell[] => [
      ...[found.id, found.title, days, changed ?? '–', last ?? '–', uses, found.owner ?? '–'],
    ])
  return {
    name: 'stale',
    title: { en: 'Cases that nobody touches', zh: '长期未动的案例' },
    day: input.today,
    after: input.after,
    figures: [
      {
        id: 'cases_quiet',
        label: { en: 'Untouched for 180 days', zh: '180 天未动' },
        value: quiet.length,
        unit: 'count',
      },
      {
        id: 'cases_never_used',
        label: { en: 'Never used', zh: '从未使用' },
        value: all.filter(({ uses }) => uses === 0).length,
        unit: 'count',
      },
      {
        id: 'cases_in_force',
        label: { en: 'Cases in force', zh: '有效案例' },
        value: all.length,
        unit: 'count',
      },
    ],
    tables: [
      { id: 'quiet', title: { en: 'Untouched longest', zh: '最久未动' }, columns: COLUMNS, rows },
      ...byGroup(input),
    ],
  }
}

const COLUMNS: readonly ReportColumn[] = [
  { id: 'case', title: { en: 'Case', zh: '案例' } },
  { id: 'title', title: { en: 'Title', zh: '标题' } },
  { id: 'days', title: { en: 'Days', zh: '天数' }, unit: 'days', bar: true },
  { id: 'changed', title: { en: 'Changed', zh: '最后修改' } },
  { id: 'last_use', title: { en: 'Last use', zh: '最后使用' } },
  { id: 'uses', title: { en: 'Uses', zh: '使用' }, unit: 'count' },
  { id: 'owner', title: { en: 'Owner', zh: '负责人' } },
]

import { averageStars, solvedShare } from '../feedback/fold.js'
import { addDays } from '../lib/day.js'
import { byGroup } from './by-group.js'
import { feedbackOf, inForce, shareOf } from './cases.js'
import { toMend } from './mend.js'
import type { Figure, Report, ReportInput } from './report.js'

/** Cases that nobody used for so long count as unused, in days; younger ones cannot be. */
const UNUSED = 180

/** The state of the library in fifteen figures, and the ten cases to mend first. */
export function healthReport(input: ReportInput): Report {
  const rows = toMend(input).map(({ case: found, points, reasons }) => [
    found.id,
    found.title,
    points,
    found.owner ?? '–',
    { en: reasons.map(({ en }) => en).join('; '), zh: reasons.map(({ zh }) => zh).join('；') },
  ])
  const columns = [
    { id: 'case', title: { en: 'Case', zh: '案例' } },
    { id: 'title', title: { en: 'Title', zh: '标题' } },
    { id: 'points', title: { en: 'Points', zh: '分值' }, unit: 'count', bar: true },
    { id: 'owner', title: { en: 'Owner', zh: '负责人' } },
    { id: 'why', title: { en: 'Why', zh: '原因' } },
  ] as const
  return {
    name: 'health',
    title: { en: 'Health of the library', zh: '案例库健康报告' },
    day: input.today,
    after: input.after,
    figures: fifteen(input),
    tables: [{ id: 'mend', title: { en: 'Mend first', zh: '优先改进' }, columns, rows }, ...byGroup(input)],
  }
}

/** The figures that dashboards read, fifteen, in a fixed order. */
function fifteen(input: ReportInput): Figure[] {
  const { library, feedback, searches, today } = input
  const cases = inForce(input)
  const states = cases.map(({ id }) => input.review.get(id))
  const living = library.cases.filter(({ archived }) => !archived)
  const since = addDays(today, -UNUSED)
  const unused = cases.filter(
    found => (found.created ?? found.updated ?? '') <= since && (feedbackOf(input, found).last ?? '') < since,
  )
  const count = (id: string, en: string, zh: string, value: number | undefined): Figure => ({
    ...{ id, label: { en, zh }, value, unit: 'count' },
  })
  return [
    count('cases_in_force', 'Cases in force', '有效案例', cases.length),
    count('cases_draft', 'Drafts', '草稿', living.filter(({ status }) => status === 'draft').length),
    count(
      'cases_in_review',
      'In review',
      '评审中',
      living.filter(({ status }) => status === 'in-review').length,
    ),
    count(
      'cases_needs_review',
      'Marked for review',
      '已标记待复审',
      cases.filter(({ status }) => status === 'needs-review').length,
    ),
    count('cases_due', 'Review due', '复审到期', states.filter(state => state?.due?.due === true).length),
    count(
      'cases_changed_since_approval',
      'Changed since approved',
      '批准后有改动',
      states.filter(state => (state?.stale.length ?? 0) > 0).length,
    ),
    count('cases_unused', 'Unused for 180 days', '180 天未使用', unused.length),
    count(
      'files_unreadable',
      'Files that are no case',
      '无法读取的文件',
      library.files.filter(file => file.case?.sound !== true).length,
    ),
    count('uses', 'Uses', '使用', feedback.all.used + feedback.all.solved),
    count('unsolved', 'Uses that did not solve', '未解决', feedback.all.unsolved),
    {
      id: 'solved_share',
      label: { en: 'Solved', zh: '解决率' },
      value: solvedShare(feedback.all),
      unit: 'share',
    },
    { id: 'rating', label: { en: 'Rating', zh: '评分' }, value: averageStars(feedback.all), unit: 'stars' },
    count('outdated', 'Called outdated', '被指过时', feedback.all.outdated),
    count('searches', 'Searches kept', '检索记录', searches?.all),
    {
      id: 'searches_without_hit_share',
      label: { en: 'Searches without a hit', zh: '无结果检索占比' },
      value: shareOf(searches?.withoutHits ?? 0, searches?.all ?? 0),
      unit: 'share',
    },
  ]
}

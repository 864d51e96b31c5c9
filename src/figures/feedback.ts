import { averageStars, type CaseFeedback, solvedShare } from '../feedback/fold.js'
import type { Message } from '../lib/message.js'
import type { Case } from '../model/case.js'
import { byGroup } from './by-group.js'
import { feedbackOf, inForce } from './cases.js'
import type { Figure, Report, ReportCell, ReportColumn, ReportInput, ReportTable } from './report.js'

const MOST = 10
/** Fewer uses or ratings are chance, and rank nothing. */
const LEAST = 3

/** What is used most, what solves least, what is rated best, and how it went from month to month. */
export function feedbackReport(input: ReportInput): Report {
  const all = inForce(input).map(found => ({ found, own: feedbackOf(input, found) }))
  const spoken = all.filter(({ own }) => own.solved + own.unsolved >= LEAST)
  const rated = all.filter(({ own }) => own.ratings >= LEAST)
  return {
    name: 'feedback',
    title: { en: 'What readers say', zh: '使用反馈报告' },
    day: input.today,
    after: input.after,
    figures: figuresOf(input),
    tables: [
      ranked('most_used', MOST_USED, all, own => own.used + own.solved || undefined, USES),
      ranked(
        'least_solved',
        LEAST_SOLVED,
        spoken.filter(({ own }) => own.unsolved > 0),
        own => 1 - (solvedShare(own) ?? 1),
        UNSOLVED,
      ),
      ranked('best_rated', BEST_RATED, rated, averageStars, STARS),
      months(input),
      ...byGroup(input),
    ],
  }
}

function figuresOf({ feedback: { all, bad } }: ReportInput): Figure[] {
  return [
    { id: 'uses', label: USES.title, value: all.used + all.solved, unit: 'count' },
    { id: 'solved_share', label: { en: 'Solved', zh: '解决率' }, value: solvedShare(all), unit: 'share' },
    { id: 'rating', label: STARS.title, value: averageStars(all), unit: 'stars' },
    { id: 'outdated', label: { en: 'Called outdated', zh: '被指过时' }, value: all.outdated, unit: 'count' },
    {
      id: 'bad_lines',
      label: { en: 'Lines that are no event', zh: '无法识别的行' },
      value: bad,
      unit: 'count',
    },
  ]
}

function ranked(
  id: string,
  title: Message,
  cases: readonly { readonly found: Case; readonly own: Readonly<CaseFeedback> }[],
  measure: (own: Readonly<CaseFeedback>) => number | undefined,
  column: ReportColumn,
): ReportTable {
  const rows = cases
    .flatMap(({ found, own }) => {
      const value = measure(own)
      return value === undefined ? [] : [{ found, own, value }]
    })
    .sort((a, b) => b.value - a.value || (a.found.id < b.found.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ found, own, value }): ReportCell[] => [found.id, found.title, value, own.solved, own.unsolved])
  const columns: ReportColumn[] = [
    { id: 'case', title: { en: 'Case', zh: '案例' } },
    { id: 'title', title: { en: 'Title', zh: '标题' } },
    column,
    { id: 'solved', title: { en: 'Solved', zh: '已解决' }, unit: 'count' },
    { id: 'unsolved', title: { en: 'Not solved', zh: '未解决' }, unit: 'count' },
  ]
  return { id, title, columns, rows }
}

/** Twelve months at most: a year. */
function months({ feedback }: ReportInput): ReportTable {
  const rows = [...feedback.months].slice(-12).map(([month, counts]): ReportCell[] => {
    const { used, solved, unsolved, outdated } = counts
    return [month, used + solved, solved, unsolved, outdated]
  })
  const columns: ReportColumn[] = [
    { id: 'month', title: { en: 'Month', zh: '月份' } },
    USES,
    { id: 'solved', title: { en: 'Solved', zh: '已解决' }, unit: 'count' },
    { id: 'unsolved', title: { en: 'Not solved', zh: '未解决' }, unit: 'count' },
    { id: 'outdated', title: { en: 'Outdated', zh: '过时' }, unit: 'count' },
  ]
  return { id: 'months', title: { en: 'By month', zh: '按月' }, columns, rows }
}

const MOST_USED: Message = { en: 'Used most', zh: '使用最多' }
const LEAST_SOLVED: Message = { en: 'Highest share not solved', zh: '未解决率最高' }
const BEST_RATED: Message = { en: 'Rated best', zh: '评分最高' }
const USES: ReportColumn = { id: 'uses', title: { en: 'Uses', zh: '使用' }, unit: 'count', bar: true }
const UNSOLVED: ReportColumn = {
  id: 'unsolved_share',
  title: { en: 'Share', zh: '占比' },
  unit: 'share',
  bar: true,
}
const STARS: ReportColumn = { id: 'rating', title: { en: 'Rating', zh: '评分' }, unit: 'stars', bar: true }

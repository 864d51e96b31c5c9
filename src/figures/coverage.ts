import { shareOf } from './cases.js'
import type { Report, ReportCell, ReportInput } from './report.js'

/** How many of a set of questions the library answers among the first five. */
export function coverageReport({ coverage, today }: ReportInput): Report {
  const { asked = 0, answered = 0, groups = [], missed = [], set = '' } = coverage ?? {}
  const rows = groups.map(({ name, asked: all, answered: found }): ReportCell[] => [
    name,
    all,
    found,
    shareOf(found, all),
  ])
  return {
    name: 'coverage',
    title: { en: `Questions answered: ${set}`, zh: `问题覆盖率：${set}` },
    day: today,
    figures: [
      {
        id: 'coverage_share',
        label: { en: 'Answered among the first five', zh: '前五条命中' },
        value: shareOf(answered, asked),
        unit: 'share',
      },
      { id: 'coverage_questions', label: { en: 'Questions', zh: '问题' }, value: asked, unit: 'count' },
      { id: 'coverage_answered', label: { en: 'Answered', zh: '已覆盖' }, value: answered, unit: 'count' },
    ],
    tables: [
      {
        id: 'groups',
        title: { en: 'By language and kind', zh: '按语言和类型' },
        columns: [
          { id: 'group', title: { en: 'Questions', zh: '问题' } },
          { id: 'asked', title: { en: 'Asked', zh: '数量' }, unit: 'count' },
          { id: 'answered', title: { en: 'Answered', zh: '已覆盖' }, unit: 'count' },
          { id: 'share', title: { en: 'Share', zh: '覆盖率' }, unit: 'share', bar: true },
        ],
        rows,
      },
      {
        id: 'missed',
        title: { en: 'Not answered', zh: '未覆盖的问题' },
        columns: [{ id: 'question', title: { en: 'Question', zh: '问题' } }],
        rows: missed.map(text => [text]),
      },
    ],
  }
}

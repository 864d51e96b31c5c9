import { groupColumn, groupTitle } from './by-group.js'
import { groupsOf, shareOf } from './cases.js'
import type {
  Coverage,
  Figure,
  Question,
  Report,
  ReportCell,
  ReportColumn,
  ReportInput,
  ReportTable,
} from './report.js'

const NOTHING: Coverage = { set: '', groups: [], asked: 0, answered: 0, questions: [] }

/**
 * How many of a set of questions the library answers among the first five; since a day, how many it
 * answered then, and which questions have been gained and lost.
 */
export function coverageReport(input: ReportInput): Report {
  const { coverage = NOTHING, today, after } = input
  const { groups, set, questions } = coverage
  const rows = groups.map(({ name, asked, answered }): ReportCell[] => rowOf(name, asked, answered))
  const missed = questions.filter(({ answered }) => !answered)
  return {
    name: 'coverage',
    title: { en: `Questions answered: ${set}`, zh: `问题覆盖率：${set}` },
    day: today,
    after,
    figures: [...figuresOf(coverage), ...(after === undefined ? [] : sinceFigures(coverage))],
    tables: [
      {
        id: 'groups',
        title: { en: 'By language and kind', zh: '按语言和类型' },
        columns: [{ id: 'group', title: { en: 'Questions', zh: '问题' } }, ...COUNTS],
        rows,
      },
      ...byGroup(input, questions),
      listed('missed', { en: 'Not answered', zh: '未覆盖的问题' }, missed),
      listed('gained', { en: 'Answered since', zh: '新覆盖的问题' }, changed(coverage, true)),
      listed('lost', { en: 'No longer answered', zh: '不再覆盖的问题' }, changed(coverage, false)),
    ],
  }
}

function figuresOf({ asked, answered }: Coverage): Figure[] {
  const share = shareOf(answered, asked)
  return [
    {
      id: 'coverage_share',
      label: { en: 'Answered among the first five', zh: '前五条命中' },
      value: share,
      unit: 'share',
    },
    { id: 'coverage_questions', label: { en: 'Questions', zh: '问题' }, value: asked, unit: 'count' },
    { id: 'coverage_answered', label: { en: 'Answered', zh: '已覆盖' }, value: answered, unit: 'count' },
  ]
}

function sinceFigures(coverage: Coverage): Figure[] {
  const { before, asked } = coverage
  const count = (then: boolean): number | undefined =>
    before === undefined ? undefined : changed(coverage, then).length
  return [
    {
      id: 'coverage_share_before',
      label: { en: 'Share before that day', zh: '该日之前的覆盖率' },
      value: before === undefined ? undefined : shareOf(before.answered, asked),
      unit: 'share',
    },
    { id: 'coverage_gained', label: { en: 'Gained', zh: '新增' }, value: count(true), unit: 'count' },
    { id: 'coverage_lost', label: { en: 'Lost', zh: '失去' }, value: count(false), unit: 'count' },
  ]
}

/** The questions of which that much is true now and was not before. */
function changed({ questions, before }: Coverage, answered: boolean): Question[] {
  if (before === undefined) return []
  return questions.filter(
    (question, i) => question.answered === answered && before.questions[i]?.answered === !answered,
  )
}

/** The questions by product, owner or industry of the cases that answer them; a question of two counts in both. */
function byGroup(input: ReportInput, questions: readonly Question[]): ReportTable[] {
  const { by, library } = input
  if (by === undefined) return []
  const groups = new Map<string, { cell: ReportCell; asked: number; answered: number }>()
  for (const { expect, answered } of questions) {
    const cases = expect.flatMap(id => library.byId.get(id.toUpperCase()) ?? [])
    const own = new Map(cases.flatMap(found => [...groupsOf(found, input, by)]))
    for (const [name, cell] of own.size === 0 ? new Map([['–', '–']]) : own) {
      const group = groups.get(name) ?? { cell, asked: 0, answered: 0 }
      group.asked++
      if (answered) group.answered++
      groups.set(name, group)
    }
  }
  const rows = [...groups]
    .sort(([a, x], [b, y]) => y.asked - x.asked || (a < b ? -1 : 1))
    .map(([, { cell, asked, answered }]) => rowOf(cell, asked, answered))
  return [{ id: `by_${by}`, title: groupTitle(by), columns: [groupColumn(by), ...COUNTS], rows }]
}

function rowOf(cell: ReportCell, asked: number, answered: number): ReportCell[] {
  return [cell, asked, answered, shareOf(answered, asked)]
}

const COUNTS: readonly ReportColumn[] = [
  { id: 'asked', title: { en: 'Asked', zh: '数量' }, unit: 'count' },
  { id: 'answered', title: { en: 'Answered', zh: '已覆盖' }, unit: 'count' },
  { id: 'share', title: { en: 'Share', zh: '覆盖率' }, unit: 'share', bar: true },
]

function listed(id: string, title: ReportTable['title'], questions: readonly Question[]): ReportTable {
  const columns = [{ id: 'question', title: { en: 'Question', zh: '问题' } }]
  return { id, title, columns, rows: questions.map(({ text }) => [text]) }
}

import { groupColumn, groupTitle } from './by-group.js'
import { feedbackOf, groupsOf, inForce } from './cases.js'
import type { ReportCell, ReportColumn, ReportInput, ReportTable } from './report.js'

/** What readers made of the cases of one person. */
export interface Contribution {
  cases: number
  solved: number
  unsolved: number
  used: number
}

export const CONTRIBUTION_COLUMNS: readonly ReportColumn[] = [
  { id: 'name', title: { en: 'First author', zh: '首位作者' } },
  { id: 'solved', title: { en: 'Solved', zh: '已解决' }, unit: 'count', bar: true },
  { id: 'unsolved', title: { en: 'Not solved', zh: '未解决' }, unit: 'count' },
  { id: 'used', title: { en: 'Other uses', zh: '其他使用' }, unit: 'count' },
  { id: 'cases', title: { en: 'Cases', zh: '案例' }, unit: 'count' },
]

/** The contributions as rows: ranked by solved uses, then by other uses. */
export function contributionRows(people: ReadonlyMap<string, Contribution>): ReportCell[][] {
  return [...people]
    .sort(([a, x], [b, y]) => y.solved - x.solved || y.used - x.used || (a < b ? -1 : 1))
    .map(([name, { cases, solved, unsolved, used }]) => [name, solved, unsolved, used, cases])
}

/** The contributions to some cases by who wrote them first; `–` for those of which git tells nobody. */
export function contributionsTo(
  cases: ReturnType<typeof inForce>,
  input: ReportInput,
): Map<string, Contribution> {
  const people = new Map<string, Contribution>()
  for (const found of cases) {
    const name = input.authors?.get(found.id) ?? '–'
    const own = feedbackOf(input, found)
    const sum = people.get(name) ?? { cases: 0, solved: 0, unsolved: 0, used: 0 }
    sum.cases++
    sum.solved += own.solved
    sum.unsolved += own.unsolved
    sum.used += own.used
    people.set(name, sum)
  }
  return people
}

/** The contributors of each product, owner or industry; the group with the most solved uses first. */
export function contributorsByGroup(input: ReportInput): ReportTable[] {
  const { by } = input
  if (by === undefined) return []
  const groups = new Map<string, { cell: ReportCell; cases: ReturnType<typeof inForce> }>()
  for (const found of inForce(input)) {
    for (const [name, cell] of groupsOf(found, input, by)) {
      const group = groups.get(name) ?? { cell, cases: [] }
      group.cases.push(found)
      groups.set(name, group)
    }
  }
  const solvedIn = (cases: ReturnType<typeof inForce>): number =>
    cases.reduce((sum, found) => sum + feedbackOf(input, found).solved, 0)
  const rows = [...groups]
    .map(([name, { cell, cases }]) => ({ name, cell, cases, solved: solvedIn(cases) }))
    .sort((a, b) => b.solved - a.solved || (a.name < b.name ? -1 : 1))
    .flatMap(({ cell, cases }) => contributionRows(contributionsTo(cases, input)).map(row => [cell, ...row]))
  return [
    { id: `by_${by}`, title: groupTitle(by), columns: [groupColumn(by), ...CONTRIBUTION_COLUMNS], rows },
  ]
}

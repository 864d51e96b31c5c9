import { type CaseFeedback, NO_FEEDBACK } from '../feedback/fold.js'
import { termsOfCase } from '../library/facets.js'
import type { Case } from '../model/case.js'
import { labelOf, pathOf } from '../model/taxonomy.js'
import type { Grouping, ReportCell, ReportInput } from './report.js'

/** The cases in force, by id. */
export function inForce({ library }: ReportInput): Case[] {
  return library.cases
    .filter(({ archived, status }) => !archived && (status === 'published' || status === 'needs-review'))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function feedbackOf({ feedback }: ReportInput, { id }: Case): Readonly<CaseFeedback> {
  return feedback.cases.get(id.toUpperCase()) ?? NO_FEEDBACK
}

/** How often a case was used, whether or not it is known what came of it. */
export function usesOf(input: ReportInput, found: Case): number {
  const { used, solved } = feedbackOf(input, found)
  return used + solved
}

/** What a case is grouped under, by name: terms, or its owner; '–' where it says nothing. */
export function groupsOf(found: Case, { library }: ReportInput, by: Grouping): Map<string, ReportCell> {
  if (by === 'owner') return new Map([[found.owner ?? '–', found.owner ?? '–']])
  const { taxonomy } = library
  const groups = new Map<string, ReportCell>()
  for (const term of termsOfCase(found, taxonomy)) {
    for (const step of pathOf(term)) {
      const level = taxonomy.facets.get(step.facet)?.levels[step.level]
      if (level?.id !== by) continue
      const label = { en: labelOf(step, 'en'), zh: labelOf(step, 'zh') }
      groups.set(step.id, { id: step.id, label })
    }
  }
  return groups.size === 0 ? new Map([['–', '–']]) : groups
}

/** How much there is, as a share; undefined of nothing. */
export function shareOf(part: number, all: number): number | undefined {
  return all === 0 ? undefined : part / all
}

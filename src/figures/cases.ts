import { type CaseFeedback, NO_FEEDBACK } from '../feedback/fold.js'
import { termsOfCase } from '../library/facets.js'
import type { Case } from '../model/case.js'
import { pathOf } from '../model/taxonomy.js'
import type { Grouping, ReportInput } from './report.js'

/** The cases in force, by id. */
export function inForce({ library }: ReportInput): Case[] {
  return library.cases
    .filter(({ archived, status }) => !archived && (status === 'published' || status === 'needs-review'))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function feedbackOf({ feedback }: ReportInput, { id }: Case): Readonly<CaseFeedback> {
  return feedback.cases.get(id.toUpperCase()) ?? NO_FEEDBACK
}

/** What a case is grouped under: term ids, or its owner; '–' where it says nothing. */
export function groupsOf(found: Case, { library }: ReportInput, by: Grouping): string[] {
  if (by === 'owner') return [found.owner ?? '–']
  const { taxonomy } = library
  const names = termsOfCase(found, taxonomy).flatMap(term =>
    pathOf(term).flatMap(step => {
      const level = taxonomy.facets.get(step.facet)?.levels[step.level]
      return level?.id === by ? [step.id] : []
    }),
  )
  return names.length === 0 ? ['–'] : [...new Set(names)]
}

/** How much there is, as a share; undefined of nothing. */
export function shareOf(part: number, all: number): number | undefined {
  return all === 0 ? undefined : part / all
}

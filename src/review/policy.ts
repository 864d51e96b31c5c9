import type { Day } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { facetsOf } from '../library/facets.js'
import { type Filters, matches, resolveFilters } from '../library/filter.js'
import type { Case } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { Person, ReviewConfig, Reviewer } from '../model/review.js'
import type { Taxonomy } from '../model/taxonomy.js'

/** The rules of review, ready to be asked. */
export interface Policy {
  readonly review: ReviewConfig
  /** Roles that must approve a case. */
  required(found: Case): readonly string[]
  /** The people who may review a case in a role. */
  reviewers(role: string, found: Case): readonly Reviewer[]
  /** Why a review in a role does not count, or undefined where it does. */
  fault(reviewer: Person, role: string, found: Case, day: Day): PolicyFault | undefined
  /** The person of a role, by address. */
  find(role: string, email: string): Reviewer | undefined
}

export type PolicyFault = 'unknown-role' | 'unknown-reviewer' | 'not-for-case' | 'no-longer-reviewer'

/**
 * Opens the rules of a library's review.
 * @param taxonomy by which cases and the terms of `only` are read
 * @throws CasectlError `settings` for a facet or a term in `only` that the taxonomy does not know
 */
export function openPolicy({ review, defaultAudience }: Config, taxonomy: Taxonomy): Policy {
  const filters = new Map<Reviewer, Filters>()
  for (const [role, reviewers] of review.roles) {
    for (const [i, reviewer] of reviewers.entries()) {
      filters.set(reviewer, resolveOnly(reviewer.only, taxonomy, `review.roles.${role}[${i}].only`))
    }
  }
  const isFor = (reviewer: Reviewer, found: Case): boolean =>
    matches(facetsOf(found, taxonomy, defaultAudience), filters.get(reviewer) ?? {})
  const named = (role: string, email: string): Reviewer[] =>
    (review.roles.get(role) ?? []).filter(reviewer => personKey(reviewer) === personKey({ email }))
  return {
    review,
    required: found => review.required[found.kind],
    reviewers: (role, found) => (review.roles.get(role) ?? []).filter(reviewer => isFor(reviewer, found)),
    find: (role, email) => named(role, email)[0],
    fault(reviewer, role, found, day) {
      if (!review.roles.has(role)) return 'unknown-role'
      const known = named(role, reviewer.email)
      if (known.length === 0) return 'unknown-reviewer'
      const fitting = known.filter(one => isFor(one, found))
      if (fitting.length === 0) return 'not-for-case'
      return fitting.some(({ until }) => until === undefined || day <= until)
        ? undefined
        : 'no-longer-reviewer'
    },
  }
}

/** The key on which people count as one. */
export function personKey({ email }: Person): string {
  return email.trim().toLowerCase()
}

/** A person in a sentence. */
export function personName({ name, email }: Person): string {
  return name === undefined ? email : `${name} <${email}>`
}

function resolveOnly(only: Reviewer['only'], taxonomy: Taxonomy, place: string): Filters {
  try {
    return resolveFilters(only, taxonomy)
  } catch (error) {
    if (!(error instanceof CasectlError)) throw error
    const { en, zh } = error.text
    throw new CasectlError('settings', { en: `${place}: ${en}`, zh: `${place}：${zh}` }, error.hint)
  }
}

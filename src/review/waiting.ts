import type { Day } from '../lib/day.js'
import { byCodeUnit } from '../lib/text.js'
import type { Case } from '../model/case.js'
import { type Policy, personName } from './policy.js'
import type { Standing } from './standing.js'

/** A case that somebody has to do something about. */
export interface Waiting {
  readonly case: Case
  /** What it waits for: roles that have not approved it, or its author, who was told to change it. */
  readonly roles: readonly RoleWaiting[]
  /** Who returned it. */
  readonly returnedBy: readonly string[]
  /** The day of the last change that the case tells of, else of its beginning. */
  readonly since?: Day | undefined
}

export interface RoleWaiting {
  readonly role: string
  /** True where another text was approved. */
  readonly stale: boolean
  readonly reviewers: readonly string[]
}

const ASKING: ReadonlySet<string> = new Set(['in-review', 'published', 'needs-review'])

/** True for a status in which a case may wait for somebody. */
export function isAsking(status: string): boolean {
  return ASKING.has(status)
}

/** What a case waits for; undefined where it waits for nothing. */
export function waitingFor(found: Case, standing: Standing, policy: Policy): Waiting | undefined {
  if (found.archived || !ASKING.has(found.status)) return undefined
  // Who has returned the text has nothing to do until it changes.
  const returned = new Set(standing.returns.map(({ record }) => record.role))
  const missing = standing.missing.filter(role => !returned.has(role))
  const roles = missing.map(role => ({
    role,
    stale: standing.stale.has(role),
    reviewers: policy.reviewers(role, found).map(personName),
  }))
  const returnedBy = standing.returns.map(({ record }) => personName(record.reviewer))
  if (roles.length === 0 && returnedBy.length === 0) return undefined
  return { case: found, roles, returnedBy, since: found.updated ?? found.created }
}

/** Those that wait longest first. */
export function inOrder(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort(
    (a, b) => byCodeUnit(a.since ?? '', b.since ?? '') || byCodeUnit(a.case.id, b.case.id),
  )
}

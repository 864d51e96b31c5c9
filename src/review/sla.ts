import { addDays, type Day, daysBetween } from '../lib/day.js'
import { byCodeUnit } from '../lib/text.js'
import type { Case } from '../model/case.js'

/** When the main line of the history had a case. */
export interface Arrival {
  /** The first day on which it was there, in any status. */
  readonly first?: Day | undefined
  /** The first day on which it was there as published. */
  readonly published?: Day | undefined
  /** True where the history is cut, so that a day may be later than the true one. */
  readonly cut: boolean
}

/**
 * `met`: published in time. `late`: published after the deadline. `overdue`: not published, and the
 * deadline has passed. `open`: not published yet, in time still. `unknown`: the case does not say when
 * it was opened, or the history does not reach back far enough.
 */
export type SlaState = 'met' | 'late' | 'overdue' | 'open' | 'unknown'

/** An urgent case held against its deadline. */
export interface UrgentCase {
  readonly case: Case
  readonly arrival: Arrival
  /** The last day in time; missing where the case does not say when it was opened. */
  readonly deadline?: Day
  readonly state: SlaState
  /** Days from `opened` to the publication, or to today where there is none yet. */
  readonly days?: number
}

/**
 * Holds an urgent case against its deadline. `opened` is a day without an hour, so that a case is given
 * the whole of it: with 48 hours it is in time up to the end (UTC) of the second day after.
 * @param hours allowed, rounded up to whole days
 */
export function heldAgainst(found: Case, arrival: Arrival, hours: number, today: Day): UrgentCase {
  const { opened } = found
  if (opened === undefined) return { case: found, arrival, state: 'unknown' }
  const deadline = addDays(opened, Math.ceil(hours / 24))
  const { published, cut } = arrival
  const days = daysBetween(opened, published ?? today)
  const base = { case: found, arrival, deadline, days }
  if (published === undefined) return { ...base, state: today > deadline ? 'overdue' : 'open' }
  if (published <= deadline) return { ...base, state: 'met' }
  return { ...base, state: cut ? 'unknown' : 'late' }
}

const ORDER: readonly SlaState[] = ['overdue', 'open', 'late', 'unknown', 'met']

/** What can still be helped first, then by deadline. */
export function inSlaOrder(cases: readonly UrgentCase[]): UrgentCase[] {
  return [...cases].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      byCodeUnit(a.deadline ?? '', b.deadline ?? '') ||
      byCodeUnit(a.case.id, b.case.id),
  )
}

import type { Day } from '../lib/day.js'
import type { FeedbackKind, Said } from './event.js'
import { eventsIn } from './read-events.js'

/** What readers said of one case. */
export interface CaseFeedback {
  used: number
  solved: number
  unsolved: number
  outdated: number
  /** Ratings, and their sum. */
  ratings: number
  stars: number
  /** The last day on which it was used or solved a problem, at any time. */
  last?: Day
}

/** All feedback of a time, added up. */
export interface FoldedFeedback {
  /** By upper-case id. */
  readonly cases: ReadonlyMap<string, CaseFeedback>
  /** By month, `2026-11`. */
  readonly months: ReadonlyMap<string, Readonly<Record<FeedbackKind, number>>>
  readonly all: Readonly<CaseFeedback>
  /** Lines that are no event. */
  readonly bad: number
}

/**
 * Adds feedback up in one pass; what is kept grows with the cases and months, and with the ids of events.
 * @param texts feedback files, in an order that does not change from run to run
 * @param after only events of this day or later count; the last use is that of all
 * @param also is handed every event as well: a second reading of a million takes a second
 */
export function foldFeedback(
  texts: Iterable<string | Uint8Array>,
  after: Day = '',
  also?: (said: Said) => void,
): FoldedFeedback {
  const cases = new Map<string, CaseFeedback>()
  const months = new Map<string, Record<FeedbackKind, number>>()
  const all = nothing()
  let bad = 0
  const onBad = (): void => {
    bad++
  }
  // Few days have many events.
  const days = new Map<Day, Record<FeedbackKind, number>>()
  for (const said of eventsIn(texts, onBad)) {
    also?.(said)
    const { case: id, kind, day, rating } = said
    const found = cases.get(id) ?? setNew(cases, id, nothing())
    useOn(found, kind, day)
    if (day < after) continue
    const counts = days.get(day) ?? setNew(days, day, monthOf(months, day))
    counts[kind]++
    add(found, kind, rating)
    add(all, kind, rating)
  }
  return { cases, months: new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1))), all, bad }
}

function setNew<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value)
  return value
}

function monthOf(months: Map<string, Record<FeedbackKind, number>>, day: Day): Record<FeedbackKind, number> {
  const month = day.slice(0, 7)
  return months.get(month) ?? setNew(months, month, { used: 0, solved: 0, unsolved: 0, outdated: 0 })
}

function useOn(sum: CaseFeedback, kind: FeedbackKind, day: Day): void {
  if ((kind === 'used' || kind === 'solved') && day > (sum.last ?? '')) sum.last = day
}

function add(sum: CaseFeedback, kind: FeedbackKind, rating: number | undefined): void {
  sum[kind]++
  if (rating !== undefined) {
    sum.ratings++
    sum.stars += rating
  }
}

function nothing(): CaseFeedback {
  return { used: 0, solved: 0, unsolved: 0, outdated: 0, ratings: 0, stars: 0 }
}

/** What a case has that nobody spoke of. */
export const NO_FEEDBACK: Readonly<CaseFeedback> = nothing()

/** Of the uses that came to something the share that solved, 0 to 1; undefined without any. */
export function solvedShare({ solved, unsolved }: Readonly<CaseFeedback>): number | undefined {
  return solved + unsolved === 0 ? undefined : solved / (solved + unsolved)
}

/** The average rating; undefined without any. */
export function averageStars({ stars, ratings }: Readonly<CaseFeedback>): number | undefined {
  return ratings === 0 ? undefined : stars / ratings
}

import type { Day } from '../lib/day.js'
import { addTo } from '../lib/groups.js'
import type { Said } from './event.js'
import { eventsIn } from './read-events.js'

/**
 * How often each case was used: distinct events of kind `used` or `solved`. An event that stands twice,
 * as after a merge, counts once. Lines of any other form are passed over.
 * @param texts feedback files, in an order that does not change from run to run
 * @returns upper-case id → uses, never 0
 */
export function countUses(texts: Iterable<string | Uint8Array>): Map<string, number> {
  const uses = new Map<string, number>()
  for (const { case: id, kind } of eventsIn(texts)) {
    if (kind === 'used' || kind === 'solved') uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}

/** What readers said of each case, and when: by upper-case id. */
export interface LastFeedback {
  /** The last day on which it was used, or solved a problem. */
  readonly used: ReadonlyMap<string, Day>
  /** The last day on which a reader called it outdated. */
  readonly outdated: ReadonlyMap<string, Day>
  /** Every day on which it solved a problem, in no order. */
  readonly solved: ReadonlyMap<string, readonly Day[]>
  /** Every day on which it did not. */
  readonly unsolved: ReadonlyMap<string, readonly Day[]>
}

/** Gathers those days, event by event. */
export class LastUses implements LastFeedback {
  readonly used = new Map<string, Day>()
  readonly outdated = new Map<string, Day>()
  readonly solved = new Map<string, Day[]>()
  readonly unsolved = new Map<string, Day[]>()

  add({ case: id, kind, day }: Said): void {
    if (kind === 'unsolved') addTo(this.unsolved, id, day)
    else {
      if (kind === 'solved') addTo(this.solved, id, day)
      const days = kind === 'outdated' ? this.outdated : this.used
      if (day > (days.get(id) ?? '')) days.set(id, day)
    }
  }
}

/** The days of the same lines. */
export function lastFeedback(texts: Iterable<string | Uint8Array>): LastFeedback {
  const last = new LastUses()
  for (const said of eventsIn(texts)) last.add(said)
  return last
}

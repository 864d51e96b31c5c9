import { type Day, isDay } from '../lib/day.js'

/** Longer lines of a feedback file are none of casectl's. */
const MAX_LINE = 4096
const COUNTED: readonly unknown[] = ['used', 'solved']

/**
 * How often each case was used, counted from feedback lines such as
 * `{"event":"…","case":"CASE-7F3KQ","kind":"used","day":"2026-11-22"}`: distinct events of kind `used`
 * or `solved`. An event that stands twice, as after a merge, counts once. Lines of any other form are
 * passed over.
 * @param texts feedback files, in an order that does not change from run to run
 * @returns upper-case id → uses, never 0
 */
export function countUses(texts: Iterable<string>): Map<string, number> {
  const events = new Set<string>()
  const uses = new Map<string, number>()
  for (const { event, id, kind } of eventsIn(texts)) {
    if (!COUNTED.includes(kind) || events.has(event)) continue
    events.add(event)
    uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}

/** What readers said of each case, and when last: upper-case id → day. */
export interface LastFeedback {
  /** Used, or it solved a problem. */
  readonly used: ReadonlyMap<string, Day>
  /** Called outdated. */
  readonly outdated: ReadonlyMap<string, Day>
}

/** The last days of the same lines; those of kind `outdated` are a reader's mark. Lines without a day say nothing. */
export function lastFeedback(texts: Iterable<string>): LastFeedback {
  const used = new Map<string, Day>()
  const outdated = new Map<string, Day>()
  for (const { id, kind, day } of eventsIn(texts)) {
    const days = COUNTED.includes(kind) ? used : kind === 'outdated' ? outdated : undefined
    if (days === undefined || typeof day !== 'string' || !isDay(day)) continue
    if (day > (days.get(id) ?? '')) days.set(id, day)
  }
  return { used, outdated }
}

interface FeedbackEvent {
  readonly event: string
  readonly id: string
  readonly kind: unknown
  readonly day: unknown
}

function* eventsIn(texts: Iterable<string>): Iterable<FeedbackEvent> {
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const event = readEvent(line)
      if (event !== undefined) yield event
    }
  }
}

function readEvent(line: string): FeedbackEvent | undefined {
  if (line.length > MAX_LINE || line.trim() === '') return undefined
  const value = parse(line)
  if (typeof value !== 'object' || value === null) return undefined
  const { event, case: id, kind, day } = value as Readonly<Record<string, unknown>>
  if (typeof event !== 'string' || typeof id !== 'string') return undefined
  return { event, id: id.toUpperCase(), kind, day }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

import { drawEvent, eventLine, type FeedbackEvent } from '../feedback/event.js'
import type { Host } from '../io/host.js'
import { spool } from '../io/spool.js'
import { dayOf } from '../lib/day.js'
import type { Workspace } from './workspace.js'

/** What happened to a case; the rest of the event is drawn. */
export type Happened = Omit<FeedbackEvent, 'event' | 'day'>

/** An event of today. */
export function eventNow(happened: Happened, { now, random }: Pick<Host, 'now' | 'random'>): FeedbackEvent {
  return { event: drawEvent(random), ...happened, day: dayOf(now()) }
}

/**
 * Puts an event into the spool, from where `feedback sync` commits it.
 * @returns false where the library cannot be written
 */
export function recordEvent({ root }: Pick<Workspace, 'root'>, event: FeedbackEvent): boolean {
  return spool(root, event.event, eventLine(event))
}

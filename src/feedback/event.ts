import type { Day } from '../lib/day.js'

/**
 * What became of a case in somebody's hands. `used`: sent or cited. `solved`, `unsolved`: whether it
 * helped. `outdated`: a reader says that it no longer holds.
 */
export const FEEDBACK_KINDS = ['used', 'solved', 'unsolved', 'outdated'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** What was said of a case: what is added up. */
export interface Said {
  /** Upper case. */
  readonly case: string
  readonly kind: FeedbackKind
  readonly day: Day
  /** Stars, 1 to 5. */
  readonly rating?: number
}

/** One thing that happened to a case, as a line of feedback tells it. It names nobody. */
export interface FeedbackEvent extends Said {
  /** Random, 80 bits as hexadecimal digits: what stands twice, as after a merge, counts once. */
  readonly event: string
  /** What used it: `reply`, `cite`. */
  readonly via?: string
  /** The ticket that it was used for. */
  readonly ticket?: string
  /** What the reader says, without personal data. */
  readonly text?: string
}

/** Bytes of an event's id: 80 bits, so that among 10⁹ events two meet with odds of 1 in 10⁶. */
const ID_BYTES = 10

/** @param random bytes from a secure source */
export function drawEvent(random: (n: number) => Uint8Array): string {
  return [...random(ID_BYTES)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** An event as its line, without the line break: keys in a fixed order, so that readers are quick. */
export function eventLine({ event, case: id, kind, day, rating, via, ticket, text }: FeedbackEvent): string {
  return JSON.stringify({ event, case: id, kind, day, rating, via, ticket, text })
}

/** The order in which events are written: by day, then by id. */
export function compareEvents(a: FeedbackEvent, b: FeedbackEvent): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.event < b.event ? -1 : a.event > b.event ? 1 : 0
}

import { addDays, type Day, daysBetween } from '../lib/day.js'
import { fill, type Message } from '../lib/message.js'
import type { Reuse } from '../model/review.js'

/** A period between two reviews, and the days on which uses in it came to something. */
export interface PeriodUses {
  /** The last approval, or the last change where there is none. */
  readonly last: Day
  /** When the next review would be without any use. */
  readonly day: Day
  readonly solved?: readonly Day[]
  readonly unsolved?: readonly Day[]
}

/**
 * Where uses move the next review. Reuse is review: the last use that solved a problem within the
 * period confirms the case by a share, so that the day moves later by that share of the time since the
 * last review; however many there are, by no more than that share of the period. Each use that did not
 * solve it brings the day forward by a share of the period, at the earliest to the last of them. Uses of
 * the day of the last review itself may be of the text before and count for nothing.
 * @returns undefined where nothing moves it
 */
export function movedByUse(
  { last, day, solved = [], unsolved = [] }: PeriodUses,
  shares: Reuse,
): { readonly day: Day; readonly reason: Message } | undefined {
  const confirmed = shares.solved === 0 ? undefined : latest(solved.filter(use => use > last && use <= day))
  const doubts = shares.unsolved === 0 ? [] : unsolved.filter(use => use > last)
  const later = confirmed === undefined ? 0 : Math.round(shares.solved * daysBetween(last, confirmed))
  const earlier = Math.round(shares.unsolved * doubts.length * daysBetween(last, day))
  if (later === 0 && earlier === 0) return undefined
  const moved = addDays(day, later - earlier)
  const doubted = latest(doubts)
  // Feedback speaks of the case as of its day, and never makes it due before.
  const next = doubted !== undefined && moved < doubted && moved < day ? least(doubted, day) : moved
  const reasons = [
    ...(later === 0 ? [] : [fill(LATER, { days: later, use: confirmed ?? '' })]),
    ...(earlier === 0 ? [] : [fill(EARLIER, { days: earlier, count: doubts.length, use: doubted ?? '' })]),
  ]
  return {
    day: next,
    reason: { en: reasons.map(({ en }) => en).join(', '), zh: reasons.map(({ zh }) => zh).join('，') },
  }
}

function least(a: Day, b: Day): Day {
  return a < b ? a : b
}

function latest(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>(
    (most, day) => (most === undefined || day > most ? day : most),
    undefined,
  )
}

const LATER: Message = {
  en: '{days} days later since it solved a problem on {use}',
  zh: '因 {use} 解决过问题而推迟 {days} 天',
}
const EARLIER: Message = {
  en: '{days} days earlier since it did not solve problems (count: {count}, last {use})',
  zh: '因未能解决问题（{count} 次，最近 {use}）而提前 {days} 天',
}

import { averageStars, solvedShare } from '../feedback/fold.js'
import { daysBetween } from '../lib/day.js'
import type { Message } from '../lib/message.js'
import type { Case } from '../model/case.js'
import { feedbackOf, inForce } from './cases.js'
import type { ReportInput } from './report.js'

/** A case to mend, how pressing it is, and why. */
export interface ToMend {
  readonly case: Case
  readonly points: number
  readonly reasons: readonly Message[]
}

/**
 * The cases in force that are to be mended first. Points: one for each use that did not solve, two for
 * each call that it is outdated, three where its approval is of another text, one and one more for each
 * quarter that its review is late, up to four, two below three stars, one for each field marked as
 * incomplete. Uses weigh: what is used a lot does more harm, so the points of a case count once more for
 * each tenfold of its uses.
 */
export function toMend(input: ReportInput, most = 10): ToMend[] {
  return inForce(input)
    .map(found => judged(found, input))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.case.id < b.case.id ? -1 : 1))
    .slice(0, most)
}

function judged(found: Case, input: ReportInput): ToMend {
  const own = feedbackOf(input, found)
  const { due, stale = [] } = input.review.get(found.id) ?? {}
  const late = due?.due === true ? daysBetween(due.day, input.today) : undefined
  const stars = averageStars(own)
  const share = solvedShare(own)
  const parts: (readonly [points: number, reason: Message])[] = []
  if (own.unsolved > 0) parts.push([own.unsolved, unsolvedReason(own.unsolved, share ?? 0)])
  if (own.outdated > 0)
    parts.push([
      2 * own.outdated,
      { en: `called outdated: ${own.outdated}`, zh: `被指过时 ${own.outdated} 次` },
    ])
  if (stale.length > 0) {
    parts.push([
      3,
      { en: `changed since approved (${stale.join(', ')})`, zh: `批准后有改动（${stale.join('、')}）` },
    ])
  }
  if (late !== undefined) {
    parts.push([
      1 + Math.min(3, Math.floor(late / 91)),
      late === 0
        ? { en: 'review due', zh: '复审到期' }
        : { en: `review ${late} days late`, zh: `复审逾期 ${late} 天` },
    ])
  }
  if (stars !== undefined && stars < 3) {
    parts.push([2, { en: `rated ${stars.toFixed(1)}`, zh: `评分 ${stars.toFixed(1)}` }])
  }
  if (found.incomplete.length > 0) {
    parts.push([
      found.incomplete.length,
      { en: `incomplete: ${found.incomplete.join(', ')}`, zh: `未完成：${found.incomplete.join('、')}` },
    ])
  }
  const sum = parts.reduce((all, [points]) => all + points, 0)
  const weight = 1 + Math.log10(1 + own.used + own.solved)
  return {
    case: found,
    points: Math.round(sum * weight * 10) / 10,
    reasons: parts.map(([, reason]) => reason),
  }
}

function unsolvedReason(count: number, share: number): Message {
  const percent = Math.round(share * 100)
  return {
    en: `did not solve: ${count} (solved ${percent} %)`,
    zh: `未解决 ${count} 次（解决率 ${percent}%）`,
  }
}

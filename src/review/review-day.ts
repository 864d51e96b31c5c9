import { addMonths, type Day } from '../lib/day.js'
import { fill, type Message } from '../lib/message.js'
import type { Kind } from '../model/case.js'
import type { ReviewConfig } from '../model/review.js'
import { movedByUse } from './moved-by-use.js'

/** What decides when a case is to be read again. */
export interface DayInput {
  readonly kind: Kind
  /** Terms of the facet `urgency`. */
  readonly urgency: readonly string[]
  /** The author's wish, `review_by`. */
  readonly wish?: Day | undefined
  /** Days of the approvals in force. */
  readonly approvals: readonly Day[]
  /** The last change that the case tells of: what counts where no approval does. */
  readonly changed?: Day | undefined
  /** Days on which it solved a problem, and on which it did not, in any order. */
  readonly solved?: readonly Day[]
  readonly unsolved?: readonly Day[]
  /** The last day on which a reader called the case outdated. */
  readonly outdated?: Day | undefined
  /** The conditions in `review_when` that are met. */
  readonly met?: readonly MetCondition[] | undefined
}

/** A condition that a product meets. */
export interface MetCondition {
  /** As written. */
  readonly text: string
  readonly product: string
  readonly version: string
  /** Since when customers have that version. */
  readonly released?: Day | undefined
}

/** The day of the next review, and why; no day where nothing says one. */
export interface ReviewDay {
  readonly day?: Day
  readonly reasons: readonly Message[]
}

type Months = Pick<ReviewConfig, 'months' | 'monthsBy' | 'reuse'>

/**
 * The earliest of: so many months after the last approval (after the last change where there is none),
 * moved by what came of its uses since,
 * the author's wish, the day on which a reader called the case outdated, the day on which a product met
 * a condition. Readers and products count only where the last approval, or else the last change, does
 * not come after them: whoever approved then knew. Of the months that the policy has for a case (all,
 * its kind, its urgency) the fewest count.
 * @param today on which a condition is met whose product has no day of release
 */
export function reviewDay(input: DayInput, policy: Months, today?: Day): ReviewDay {
  const looked = [...input.approvals].sort().at(-1) ?? input.changed
  const found = [
    ...afterMonths(input, policy),
    ...(input.wish === undefined ? [] : [{ day: input.wish, reason: WISH }]),
    ...outdatedSince(input.outdated, looked),
    ...(input.met ?? []).flatMap(met => metSince(met, looked, today)),
  ]
  const reasons = found.map(({ day, reason }) => fill(reason, { day }))
  const day = found
    .map(each => each.day)
    .sort()
    .at(0)
  const none = input.approvals.length === 0 ? [{ en: 'no approval is in force', zh: '没有有效的批准' }] : []
  return { ...(day === undefined ? {} : { day }), reasons: [...none, ...reasons] }
}

interface Candidate {
  readonly day: Day
  readonly reason: Message
}

const WISH: Message = { en: '{day}: wished by the author (review_by)', zh: '{day}：作者期望（review_by）' }

function afterMonths(input: DayInput, policy: Months): Candidate[] {
  const approved = [...input.approvals].sort().at(-1)
  const last = approved ?? input.changed
  if (last === undefined) return []
  const { months, reason } = monthsOf(input, policy)
  const { en, zh } = fill(reason, { months })
  const words =
    approved === undefined
      ? { en: `{day}: ${en} after the last change on ${last}`, zh: `{day}：${last} 最后修改后${zh}` }
      : { en: `{day}: ${en} after the approval of ${last}`, zh: `{day}：${last} 批准后${zh}` }
  const day = addMonths(last, months)
  const moved = movedByUse({ ...input, last, day }, policy.reuse)
  return [
    moved === undefined ? { day, reason: words } : { day: moved.day, reason: joined(words, moved.reason) },
  ]
}

function joined(reason: Message, more: Message): Message {
  return { en: `${reason.en}, ${more.en}`, zh: `${reason.zh}，${more.zh}` }
}

function outdatedSince(day: Day | undefined, looked: Day | undefined): Candidate[] {
  if (day === undefined || (looked !== undefined && looked > day)) return []
  return [{ day, reason: { en: '{day}: a reader called it outdated', zh: '{day}：读者反馈已过时' } }]
}

function metSince(
  { text, product, version, released }: MetCondition,
  looked: Day | undefined,
  today: Day | undefined,
): Candidate[] {
  const day = released ?? today
  if (day === undefined || (released !== undefined && looked !== undefined && looked >= released)) return []
  const words = {
    en: `{day}: ${product} is ${version}, the case waits for ${text}`,
    zh: `{day}：${product} 已是 ${version}，案例的条件是 ${text}`,
  }
  return [{ day, reason: words }]
}

function monthsOf(
  { kind, urgency }: DayInput,
  { months, monthsBy }: Months,
): { months: number; reason: Message } {
  const candidates = [{ months, reason: { en: '{months} months', zh: ' {months} 个月' } }]
  const byKind = monthsBy.kind[kind]
  if (byKind !== undefined) {
    const reason = { en: `{months} months (kind ${kind})`, zh: ` {months} 个月（类型 ${kind}）` }
    candidates.push({ months: byKind, reason })
  }
  for (const term of urgency) {
    const own = Object.hasOwn(monthsBy.urgency, term) ? monthsBy.urgency[term] : undefined
    if (own === undefined) continue
    candidates.push({
      months: own,
      reason: { en: `{months} months (urgency ${term})`, zh: ` {months} 个月（紧急程度 ${term}）` },
    })
  }
  const specific = candidates.length > 1 ? candidates.slice(1) : candidates
  return specific.sort((a, b) => a.months - b.months)[0] ?? { months, reason: { en: '', zh: '' } }
}

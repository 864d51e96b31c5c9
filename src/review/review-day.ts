import { addMonths, type Day } from '../lib/day.js'
import { fill, type Message } from '../lib/message.js'
import type { Kind } from '../model/case.js'
import type { ReviewConfig } from '../model/review.js'

/** What decides when a case is to be read again. */
export interface DayInput {
  readonly kind: Kind
  /** Terms of the facet `urgency`. */
  readonly urgency: readonly string[]
  /** The author's wish, `review_by`. */
  readonly wish?: Day | undefined
  /** Days of the approvals in force. */
  readonly approvals: readonly Day[]
}

/** The day of the next review, and why; no day where nothing says one. */
export interface ReviewDay {
  readonly day?: Day
  readonly reasons: readonly Message[]
}

/**
 * The earlier of two days: so many months after the last approval, and the author's wish. Of the
 * months that the policy has for a case (all, its kind, its urgency) the fewest count.
 */
export function reviewDay(input: DayInput, policy: Pick<ReviewConfig, 'months' | 'monthsBy'>): ReviewDay {
  const { wish } = input
  const last = [...input.approvals].sort().at(-1)
  const { months, reason } = monthsOf(input, policy)
  const due = last === undefined ? undefined : addMonths(last, months)
  const reasons: Message[] = []
  if (last !== undefined && due !== undefined) {
    const { en, zh } = fill(reason, { months })
    reasons.push(
      fill(
        { en: `{due}: ${en} after the approval of {last}`, zh: `{due}：{last} 批准后${zh}` },
        { due, last },
      ),
    )
  } else reasons.push({ en: 'no approval is in force', zh: '没有有效的批准' })
  if (wish !== undefined) reasons.push(fill(WISH, { wish }))
  const day = [due, wish].filter(known => known !== undefined).sort()[0]
  return { ...(day === undefined ? {} : { day }), reasons }
}

const WISH: Message = { en: '{wish}: wished by the author (review_by)', zh: '{wish}：作者期望（review_by）' }

function monthsOf(
  { kind, urgency }: DayInput,
  { months, monthsBy }: Pick<ReviewConfig, 'months' | 'monthsBy'>,
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

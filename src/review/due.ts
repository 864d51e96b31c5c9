import type { LastFeedback } from '../feedback/uses.js'
import type { Day } from '../lib/day.js'
import type { Message } from '../lib/message.js'
import { byCodeUnit } from '../lib/text.js'
import { termsOfCase } from '../library/facets.js'
import { holds, ownProducts, productMeant, readCondition } from '../library/review-condition.js'
import type { Case } from '../model/case.js'
import type { Products } from '../model/products.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { type Policy, personName } from './policy.js'
import { type MetCondition, type ReviewDay, reviewDay } from './review-day.js'
import type { Standing } from './standing.js'

/** A case that is to be read again, and by whom. */
export interface DueCase {
  readonly case: Case
  /** The effective review day. */
  readonly day: Day
  /** True from that day on. */
  readonly due: boolean
  /** The day comes with its reasons, every one that was looked at. */
  readonly reasons: readonly Message[]
  /** Role → the people who may review the case. */
  readonly reviewers: readonly { readonly role: string; readonly people: readonly string[] }[]
}

/** What decides over every case of a library. */
export interface Calendar {
  readonly policy: Policy
  readonly taxonomy: Taxonomy
  readonly products: Products
  readonly feedback: LastFeedback
  readonly today: Day
}

/** When a case is to be read again, with every reason that was looked at, whatever its status. */
export function nextReview(found: Case, standing: Standing, calendar: Calendar): ReviewDay {
  const { policy, taxonomy, feedback, today } = calendar
  const urgency = termsOfCase(found, taxonomy).filter(({ facet }) => facet === 'urgency')
  return reviewDay(
    {
      kind: found.kind,
      urgency: urgency.map(({ id }) => id),
      wish: found.reviewBy,
      approvals: [...standing.approvals.values()].map(({ record }) => record.day),
      changed: found.updated ?? found.created,
      solved: feedback.solved.get(found.id.toUpperCase()) ?? [],
      unsolved: feedback.unsolved.get(found.id.toUpperCase()) ?? [],
      outdated: feedback.outdated.get(found.id.toUpperCase()),
      met: metConditions(found, calendar),
    },
    policy.review,
    today,
  )
}

/** When a case is to be read again; undefined for what is not in force, and where nothing says a day. */
export function dueCase(found: Case, standing: Standing, calendar: Calendar): DueCase | undefined {
  const { policy, today } = calendar
  const marked = found.status === 'needs-review'
  if (found.archived || !(marked || found.status === 'published')) return undefined
  const next = nextReview(found, standing, calendar)
  const day = marked ? [today, next.day ?? today].sort().at(0) : next.day
  if (day === undefined) return undefined
  const reviewers = policy
    .required(found)
    .map(role => ({ role, people: policy.reviewers(role, found).map(personName) }))
  const reasons = marked ? [MARKED, ...next.reasons] : next.reasons
  return { case: found, day, due: day <= today, reasons, reviewers }
}

const MARKED: Message = { en: 'marked as needs-review', zh: '已标记为 needs-review' }

function metConditions(found: Case, { taxonomy, products }: Calendar): MetCondition[] {
  if (found.reviewWhen.length === 0) return []
  const own = ownProducts(found, taxonomy)
  return found.reviewWhen.flatMap((text): MetCondition[] => {
    const condition = readCondition(text)
    const meant = condition === undefined ? undefined : productMeant(condition, own, products)
    if (condition === undefined || meant === undefined || !holds(condition, meant.now.version)) return []
    return [{ text, product: meant.id, version: meant.now.version, released: meant.now.released }]
  })
}

/** The first day first. */
export function inDueOrder(cases: readonly DueCase[]): DueCase[] {
  return [...cases].sort((a, b) => byCodeUnit(a.day, b.day) || byCodeUnit(a.case.id, b.case.id))
}

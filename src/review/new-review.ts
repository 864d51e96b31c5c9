import type { Day } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import { nearest } from '../lib/near-names.js'
import type { Case } from '../model/case.js'
import { type Person, type ReviewRecord, SCORES, type Verdict } from '../model/review.js'
import { type Policy, personName } from './policy.js'
import { averageOf } from './record-faults.js'

/** A review as a person gives it. */
export interface GivenReview {
  readonly verdict: Exclude<Verdict, 'withdraw'>
  readonly role: string
  readonly reviewer: Person
  readonly day: Day
  readonly scores: NonNullable<ReviewRecord['scores']>
  readonly comment?: string | undefined
}

/**
 * Makes a record of what a person gave, or says why it would not count.
 * @param digest of the case as the person has read it
 * @throws CasectlError `review`
 */
export function newReview(given: GivenReview, found: Case, digest: string, policy: Policy): ReviewRecord {
  const { verdict, role, reviewer, day, scores, comment } = given
  checkRole(role, policy)
  if (verdict !== 'comment') checkReviewer(given, found, policy)
  if (verdict === 'approve') checkScores(scores, policy)
  if (verdict !== 'approve' && comment === undefined) throw refused(NEEDS_WORDS)
  const scored = SCORES.some(name => scores[name] !== undefined)
  return {
    ...{ case: found.id, role, verdict, reviewer, day, digest },
    ...(scored ? { scores } : {}),
    ...(comment === undefined ? {} : { comment }),
  }
}

/** @throws CasectlError `review` for a library in which nobody reviews */
export function checkRoles({ review }: Policy): void {
  if (review.roles.size === 0) throw refused(NO_ROLES, SET_UP_HINT)
}

function checkRole(role: string, { review }: Policy): void {
  const roles = [...review.roles.keys()]
  if (roles.includes(role)) return
  const close = nearest(role, roles)
  const list = (close.length > 0 ? close : roles).join(', ')
  throw refused(
    { en: `The library has no role "${role}".`, zh: `案例库没有角色“${role}”。` },
    { en: `Roles: ${list}`, zh: `角色：${list}` },
  )
}

function checkReviewer({ reviewer, role, day }: GivenReview, found: Case, policy: Policy): void {
  if (policy.fault(reviewer, role, found, day) === undefined) return
  const people = policy.reviewers(role, found).map(personName).join(', ') || '–'
  throw refused(
    {
      en: `${personName(reviewer)} does not review ${found.id} as ${role}.`,
      zh: `${personName(reviewer)} 不以 ${role} 身份评审 ${found.id}。`,
    },
    {
      en: `Reviewers: ${people}. --as "Name <address>" says who you are.`,
      zh: `评审人：${people}。可用 --as "姓名 <邮箱>" 说明身份。`,
    },
  )
}

function checkScores(scores: GivenReview['scores'], { review }: Policy): void {
  const missing = SCORES.filter(name => scores[name] === undefined)
  if (missing.length > 0) {
    const flags = missing.map(name => `--${name} 1..5`).join(' ')
    throw refused({ en: `An approval needs scores: ${flags}.`, zh: `批准需要评分：${flags}。` })
  }
  const average = averageOf(scores)
  if (average >= review.threshold) return
  throw refused(
    {
      en: `The scores have an average of ${average.toFixed(2)}, below ${review.threshold}.`,
      zh: `评分平均为 ${average.toFixed(2)}，低于 ${review.threshold}。`,
    },
    {
      en: 'Return the case with a reason: `casectl review return ID -m REASON`.',
      zh: '请说明理由并退回：`casectl review return ID -m 理由`。',
    },
  )
}

const NEEDS_WORDS: Message = {
  en: 'A return or a comment needs words: -m TEXT.',
  zh: '退回或评论需要说明：-m 文字。',
}
const NO_ROLES: Message = {
  en: 'Nobody reviews in this library: `review.roles` is empty.',
  zh: '本案例库没有评审人：`review.roles` 为空。',
}
/** How a library comes to have reviewers. */
export const SET_UP_HINT: Message = {
  en: 'docs/review.md shows how to set it up in casectl.config.yml.',
  zh: '设置方法见 docs/review.md 与 casectl.config.yml。',
}

function refused(text: Message, hint?: Message): CasectlError {
  return new CasectlError('review', text, hint)
}

import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import type { Case } from '../model/case.js'
import type { ExceptionRecord } from '../model/exception.js'
import { SET_UP_HINT } from './new-review.js'
import { type Policy, personName } from './policy.js'

/** An exception as a person grants it. */
export type GivenException = Omit<ExceptionRecord, 'case' | 'kind'>

/**
 * Makes a record of what a person granted, or says why it would not count.
 * @throws CasectlError `review`
 */
export function newException(given: GivenException, found: Case, policy: Policy): ExceptionRecord {
  const { approver, day, until, roles } = given
  const granting = policy.review.exceptions
  if (granting.length === 0) throw refused(NO_EXCEPTIONS, SET_UP_HINT)
  if (granting.every(role => policy.fault(approver, role, found, day) !== undefined)) {
    const people = granting.flatMap(role => policy.reviewers(role, found).map(personName))
    const list = [...new Set(people)].join(', ') || '–'
    throw refused(
      {
        en: `${personName(approver)} grants no exceptions for ${found.id}.`,
        zh: `${personName(approver)} 无权为 ${found.id} 批准例外。`,
      },
      {
        en: `Who does: ${list}. --as "Name <address>" says who you are.`,
        zh: `有权者：${list}。可用 --as "姓名 <邮箱>" 说明身份。`,
      },
    )
  }
  if (until < day) {
    throw refused({
      en: `--until ${until} is over: an exception holds from today, ${day}.`,
      zh: `--until ${until} 已过：例外自今日 ${day} 起有效。`,
    })
  }
  const unknown = roles?.find(role => !policy.required(found).includes(role))
  if (unknown !== undefined) {
    const list = policy.required(found).join(', ') || '–'
    throw refused(
      {
        en: `${found.id} needs no approval as "${unknown}".`,
        zh: `${found.id} 不需要“${unknown}”角色的批准。`,
      },
      { en: `Required roles: ${list}`, zh: `必需角色：${list}` },
    )
  }
  return { case: found.id, kind: roles === undefined ? 'visibility' : 'review', ...given }
}

const NO_EXCEPTIONS: Message = {
  en: 'This library has no exceptions: no role in `review.exceptions` grants them.',
  zh: '本案例库不设例外：`review.exceptions` 没有列出可批准例外的角色。',
}

function refused(text: Message, hint?: Message): CasectlError {
  return new CasectlError('review', text, hint)
}

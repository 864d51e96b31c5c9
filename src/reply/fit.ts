import { fill, type Message } from '../lib/message.js'
import { type Library, successorOf } from '../library/library.js'
import type { Audience, Case } from '../model/case.js'
import { audienceOf, isNarrower } from '../rules/audience.js'

/** What review and calendar say of a case. */
export interface Standing {
  /** Roles whose approval is of another text, none being of this one. */
  readonly staleRoles: readonly string[]
  /** Set where the day of the next review has come. */
  readonly due?: { readonly day: string; readonly reasons: readonly Message[] } | undefined
}

/** Why a case may not be given to somebody. */
export interface Unfit {
  readonly code: 'not-published' | 'superseded' | 'stale' | 'audience'
  readonly text: Message
  readonly hint: Message
}

/** Whether a case is in force; `unfit` says why not. */
export function outOfForce(found: Case, library: Library): Unfit | undefined {
  const { id, status, archived } = found
  if (status === 'superseded' || found.supersededBy !== undefined) {
    const next = successorOf(library, found)
    return {
      code: 'superseded',
      text: fill(SUPERSEDED, { id }),
      hint: next === undefined ? NO_NEXT : fill(NEXT, { id: next.id, title: next.title }),
    }
  }
  if (!archived && (status === 'published' || status === 'needs-review')) return undefined
  return {
    code: 'not-published',
    text: fill(NOT_PUBLISHED, { id, status: archived ? 'archived' : status }),
    hint: PUBLISH,
  }
}

/** Why a case must not go to readers outside, if there is a reason. */
export function unfitToSend(
  found: Case,
  library: Library,
  { staleRoles, due }: Standing,
  audience: Audience,
): Unfit | undefined {
  const { id } = found
  const gone = outOfForce(found, library)
  if (gone !== undefined) return gone
  const own = audienceOf(found, library.config)
  if (isNarrower(own, audience)) {
    return { code: 'audience', text: fill(NARROW, { id, own, audience }), hint: fill(OTHER, { own }) }
  }
  if (found.status === 'needs-review') return { code: 'stale', text: fill(MARKED, { id }), hint: REVIEW }
  if (staleRoles.length > 0) {
    return { code: 'stale', text: fill(CHANGED, { id, roles: staleRoles.join(', ') }), hint: REVIEW }
  }
  if (due === undefined) return undefined
  const reasons = {
    en: due.reasons.map(({ en }) => en).join('; '),
    zh: due.reasons.map(({ zh }) => zh).join('；'),
  }
  const en = `The review of ${id} was due on ${due.day} (${reasons.en}).`
  return { code: 'stale', text: { en, zh: `${id} 应于 ${due.day} 复审（${reasons.zh}）。` }, hint: REVIEW }
}

const SUPERSEDED: Message = { en: '{id} is superseded.', zh: '{id} 已被取代。' }
const NEXT: Message = { en: 'In force is {id}: {title}', zh: '现行案例为 {id}：{title}' }
const NO_NEXT: Message = {
  en: 'What replaces it is not in this library.',
  zh: '取代它的案例不在本案例库中。',
}
const NOT_PUBLISHED: Message = {
  en: '{id} is {status}: only published cases go out.',
  zh: '{id} 的状态是 {status}：只有已发布的案例可以外发。',
}
const PUBLISH: Message = {
  en: '`casectl review show` tells what is missing until it is published.',
  zh: '可用 `casectl review show` 查看发布前还缺什么。',
}
const NARROW: Message = {
  en: '{id} is for {own} readers, the message for {audience} ones.',
  zh: '{id} 面向 {own} 读者，而消息面向 {audience} 读者。',
}
const OTHER: Message = {
  en: 'With `--audience {own}` it goes to readers who may have it.',
  zh: '若收件人有权查看，请用 `--audience {own}`。',
}
const MARKED: Message = { en: '{id} is marked as needs-review.', zh: '{id} 已标记为待复审（needs-review）。' }
const CHANGED: Message = {
  en: '{id} has changed since it was approved ({roles}).',
  zh: '{id} 在批准之后有改动（{roles}）。',
}
const REVIEW: Message = {
  en: 'Have it reviewed first; `casectl review due` lists what is due.',
  zh: '请先复审；`casectl review due` 列出到期案例。',
}

import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Waiting } from '../review/waiting.js'
import { STATUS_WORDS } from './case-words.js'
import { table } from './table.js'

/** What waits: the case, since when, what for, for whom. */
export function reviewList(waiting: readonly Waiting[], language: Language, width?: number): string {
  const rows = waiting.flatMap(({ case: found, roles, returnedBy, since = '' }) => {
    const head = [{ text: found.id, paint: style.bold }, since, STATUS_WORDS[found.status][language]]
    const returned = returnedBy.map(who => [...head, WORDS.author[language], who, found.title])
    const open = roles.map(({ role, stale, reviewers }) => [
      ...head,
      stale ? `${role} ${WORDS.again[language]}` : role,
      reviewers.join(', ') || WORDS.nobody[language],
      found.title,
    ])
    return [...returned, ...open]
  })
  const columns = [
    { header: WORDS.case[language] },
    { header: WORDS.since[language] },
    { header: WORDS.status[language] },
    { header: WORDS.role[language] },
    { header: WORDS.whom[language], cut: true },
    { header: WORDS.title[language], cut: true, spare: true },
  ]
  return table(columns, rows, width)
}

/** The same as JSON. */
export function waitingJson(waiting: readonly Waiting[]): object {
  return {
    waiting: waiting.map(({ case: found, roles, returnedBy, since = null }) => ({
      ...{ id: found.id, title: found.title, path: found.path, status: found.status, since },
      roles,
      returnedBy,
    })),
  }
}

const WORDS = {
  case: { en: 'case', zh: '案例' },
  since: { en: 'since', zh: '自' },
  status: { en: 'status', zh: '状态' },
  role: { en: 'waits for', zh: '等待' },
  whom: { en: 'whom', zh: '人员' },
  title: { en: 'title', zh: '标题' },
  author: { en: 'a change, returned by', zh: '修改，退回人' },
  again: { en: '(again)', zh: '（重新）' },
  nobody: { en: 'nobody: see review.roles', zh: '无人：见 review.roles' },
} as const satisfies Record<string, Message>

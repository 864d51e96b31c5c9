import type { Language, Message } from '../../lib/message.js'
import type { DueCase } from '../../review/due.js'
import { labelOf } from '../case-words.js'

/** Who is to read the case again, a line each. */
export function ownerAndReviewers({ case: found, reviewers }: DueCase, language: Language): string[] {
  const owner = found.owner === undefined ? [] : [`${labelOf(WORDS.owner, language)}${found.owner}`]
  const roles = reviewers.map(({ role, people }) => `${role}: ${people.join(', ') || WORDS.nobody[language]}`)
  return [...owner, ...roles]
}

export const WORDS = {
  case: { en: 'case', zh: '案例' },
  day: { en: 'review', zh: '复审日' },
  state: { en: 'state', zh: '状态' },
  due: { en: 'due', zh: '到期' },
  soon: { en: 'to come', zh: '将到期' },
  owner: { en: 'owner', zh: '负责' },
  reviewers: { en: 'reviewers', zh: '评审人' },
  why: { en: 'why', zh: '理由' },
  title: { en: 'title', zh: '标题' },
  nobody: { en: 'nobody: see review.roles', zh: '无人：见 review.roles' },
  expired: { en: 'Expired exceptions', zh: '已过期的例外' },
  until: { en: 'until', zh: '截至' },
  file: { en: 'file', zh: '文件' },
} as const satisfies Record<string, Message>

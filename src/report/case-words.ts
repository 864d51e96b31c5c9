import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Audience, Kind, Status } from '../model/case.js'

export const STATUS_WORDS: Readonly<Record<Status, Message>> = {
  draft: { en: 'draft', zh: '草稿' },
  'in-review': { en: 'in review', zh: '评审中' },
  published: { en: 'published', zh: '已发布' },
  'needs-review': { en: 'needs review', zh: '待复审' },
  archived: { en: 'archived', zh: '已归档' },
  superseded: { en: 'superseded', zh: '已被取代' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
}

export const KIND_WORDS: Readonly<Record<Kind, Message>> = {
  case: { en: 'case', zh: '案例' },
  sop: { en: 'SOP', zh: '操作规程' },
  faq: { en: 'FAQ', zh: '常见问题' },
}

export const AUDIENCE_WORDS: Readonly<Record<Audience, Message>> = {
  internal: { en: 'internal', zh: '内部' },
  partner: { en: 'partners', zh: '合作伙伴' },
  public: { en: 'public', zh: '公开' },
}

/** How far a case can be relied on, as a colour. */
export const STATUS_STYLE: Readonly<Record<Status, (text: string) => string>> = {
  draft: style.cyan,
  'in-review': style.cyan,
  published: style.green,
  'needs-review': style.yellow,
  archived: style.dim,
  superseded: style.yellow,
  withdrawn: style.red,
}

/** Between the items of a list on one line. */
const COMMA: Message = { en: ', ', zh: '、' }

/** Between reasons on one line. */
const SEMICOLON: Message = { en: '; ', zh: '；' }
const COLON: Message = { en: ': ', zh: '：' }

/** Reasons, and other sentences, on one line. */
export function inOneLine(reasons: readonly string[], language: Language): string {
  return reasons.join(SEMICOLON[language])
}

/** `owner: `, before what it is. */
export function labelOf(label: Message, language: Language): string {
  return `${label[language]}${COLON[language]}`
}

/** Words joined as a list. */
export function listed(words: readonly string[], language: Language): string {
  return words.join(COMMA[language])
}

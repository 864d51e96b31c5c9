import { CasectlError } from '../lib/errors.js'
import { isPlainObject } from '../lib/plain-object.js'
import { LineIndex } from '../model/range.js'
import { jsonFault } from './json-fault.js'

/** What a ticket says, by what kind of field says it. */
export interface Ticket {
  readonly titles: readonly string[]
  readonly texts: readonly string[]
  readonly comments: readonly string[]
  readonly codes: readonly string[]
  /** Product, module, category, tags. */
  readonly facts: readonly string[]
}

type Part = keyof Ticket

// The names that help desks use (Zendesk, Jira, GitHub, ServiceNow, Freshdesk, and our own front
// matter), without regard to case, `_` and `-`.
const FIELDS: Readonly<Record<Part, readonly string[]>> = {
  titles: ['title', 'subject', 'summary', 'shortdescription', '标题', '主题'],
  texts: [
    'description',
    'descriptiontext',
    'body',
    'content',
    'message',
    'text',
    'problem',
    'question',
    'symptom',
    'symptoms',
    '描述',
    '内容',
    '问题',
    '问题描述',
    '现象',
    '故障现象',
  ],
  comments: ['comment', 'comments', 'messages', 'replies', 'notes', '评论', '回复'],
  codes: ['errorcode', 'errorcodes', '错误码', '错误代码'],
  facts: [
    'product',
    'module',
    'category',
    'component',
    'components',
    'tags',
    'labels',
    '产品',
    '模块',
    '分类',
    '标签',
  ],
}
/** What such systems wrap a ticket in. */
const WRAPPERS = ['ticket', 'issue', 'case', 'request', 'incident', 'fields', '工单']
/** What holds the words of a comment, a label or a product that is an object of its own. */
const INNER = ['body', 'plainbody', 'text', 'content', 'message', 'name', 'title', 'value', 'module', '内容']

const DEEPEST = 4

/**
 * Reads a ticket as help desks export it: an object with fields of common names, perhaps in
 * `ticket`, `issue` or `fields`. What stands under other names is not read: it is as likely an
 * address as a symptom.
 * @throws CasectlError `ticket` for what is no JSON, with its place, or has no such field
 */
export function readTicket(text: string, name: string): Ticket {
  const parts: Record<Part, string[]> = { titles: [], texts: [], comments: [], codes: [], facts: [] }
  gather(parse(text.replace(/^\ufeff/, ''), name), parts, 0)
  if ([...parts.titles, ...parts.texts, ...parts.comments, ...parts.codes].length === 0) throw nothing(name)
  return parts
}

function parse(text: string, name: string): object {
  const value = parseJson(text, name)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new CasectlError('ticket', {
    en: `${name}: a ticket is one JSON object.`,
    zh: `${name}：工单应为一个 JSON 对象。`,
  })
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson(text, jsonFault(text) ?? text.length, name)
  }
}

function gather(value: object, parts: Record<Part, string[]>, depth: number): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const field = foldName(key)
    const part = (Object.keys(FIELDS) as Part[]).find(known => FIELDS[known].includes(field))
    if (part !== undefined) parts[part].push(...textsIn(inner, 0))
    else if (WRAPPERS.includes(field) && isPlainObject(inner) && depth < DEEPEST)
      gather(inner, parts, depth + 1)
  }
}

/** The words of a field: text, a number, a list of such, or an object that holds them under a known name. */
function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (depth >= DEEPEST || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsIn(item, depth + 1))
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const field = foldName(key)
    return INNER.includes(field) || FIELDS.comments.includes(field) ? textsIn(inner, depth + 1) : []
  })
}

function foldName(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_\s]/g, '')
}

function notJson(text: string, offset: number, name: string): CasectlError {
  const { line, column } = new LineIndex(text).range(offset, offset)
  const place = `${name}:${line}:${column}`
  const ends = offset >= text.length
  return new CasectlError(
    'ticket',
    {
      en: `${place}: this is no JSON${ends ? '; the text ends too soon' : ''}.`,
      zh: `${place}：不是有效的 JSON${ends ? '，文本过早结束' : ''}。`,
    },
    {
      en: 'A plain message is read with --text, or with - from stdin.',
      zh: '纯文本请用 --text 给出，或用 - 从标准输入读取。',
    },
  )
}

function nothing(name: string): CasectlError {
  return new CasectlError(
    'ticket',
    { en: `${name}: the ticket has no text that is read.`, zh: `${name}：工单中没有可读取的文本。` },
    {
      en: 'Read are title, subject, summary, description, body, content, message, comments, error_codes.',
      zh: '读取的字段：title、subject、summary、description、body、content、message、comments、error_codes。',
    },
  )
}

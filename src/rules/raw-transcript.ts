import type { Case } from '../model/case.js'
import { exampleBody, exampleCase } from './example.js'
import { lineSigns } from './line-signs.js'
import { rangesOf } from './prose-text.js'
import { defineRule, type Rule } from './rule.js'
import { holds } from './word-signs.js'

const MARKS = '^[ \\t>*+-]{0,12}'
const DAY = '\\d{4}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)'
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp][Mm])?'
const NAME = '(?:[\\u4e00-\\u9fff]{2,4}|[A-Z][\\w.]{0,19}(?: [A-Z][\\w.]{0,19})?)'
// A label of one side of a talk; a name or number may follow: 客服小王, Agent 2, 客户（李女士）.
const SIDE =
  '(?:(?:在线)?客服|坐席|座席|机器人|技术支持|工程师)(?:[\\u4e00-\\u9fff]{1,3}|[ \\w]{1,4})?|(?:用户|客户|顾客|买家|卖家|店员|店长|商家)(?:[ \\w]{1,4}|先生|女士)?|(?:Agent|Customer|Client|User|Caller|Support|Operator|Bot|Technician|Engineer)(?: \\w{1,12})?'
const TURN = new RegExp(
  `${MARKS}(?:\\*\\*)?(?:` +
    // [10:23] Li: …, 2026-01-02 10:23 Li: …
    `[[(]?(?:${DAY}[ T]{1,2})?${TIME}[\\])]?[ \\t]{1,3}(?<first>${NAME})[ \\t]{0,2}[:：]|` +
    // 2026-01-02 10:23:11 张三, and what was said on the next line
    `[[(]?${DAY}[ T]{1,2}${TIME}[\\])]?[ \\t]{1,3}(?<second>${NAME})[ \\t]{0,2}$(?=\\r?\\n[ \\t>]{0,8}\\S)|` +
    // 张三 2026/1/2 10:23:11, as messengers copy it
    `(?<third>${NAME})[ \\t]{1,3}${DAY}[ T]{1,2}${TIME}[ \\t]{0,2}$|` +
    `(?<side>${SIDE})[ \\t]?(?:[(（][^()（）\\n]{1,20}[)）])?(?:\\*\\*)?[ \\t]?[:：](?!//)` +
    ')',
  'gmu',
)
const HEADER = new RegExp(
  `${MARKS}(?:\\*\\*)?(?:(?<from>From|发件人)|To|Cc|Sent|Date|Subject|收件人|抄送|发送时间|主题|日期)(?:\\*\\*)?[ \\t]?[:：]`,
  'gm',
)
const FORWARDED =
  /^[ \t>]{0,8}(?:-{2,20} ?(?:Original Message|Forwarded message|原始邮件|转发邮件|转发的邮件) ?-{2,20}|On [^\n]{5,100} wrote:|在 ?[^\n]{5,80}写道[:：])[ \t]*$/gm

interface Options {
  readonly lines: number
}
const DEFAULTS: Options = { lines: 4 }

export const rawTranscript: Rule = defineRule({
  id: 'raw-transcript',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'A case tells what was found, not who said what when: no pasted chats and mails.',
    zh: '案例写结论，不写聊天记录：不粘贴对话和邮件原文。',
  },
  why: {
    en: 'A transcript hides the answer in talk, and carries names and numbers along. Write problem, diagnosis and resolution out of it, put striking words of the customer under `customer_phrases`, and name the ticket in `source.refs`.',
    zh: '聊天记录把答案埋在对话里，还会带进姓名和号码。请从中提炼问题、诊断和解决方案；客户的典型说法放进 `customer_phrases`，工单号记在 `source.refs`。',
  },
  messages: {
    chat: {
      en: '{count} lines from here on are turns of a conversation. Write down what came of it instead.',
      zh: '从这里起有 {count} 行是对话记录。请改写成结论。',
    },
    mail: {
      en: 'A mail with its header lines was pasted here. Write down what it says instead.',
      zh: '这里粘贴了带邮件头的邮件原文。请改写成结论。',
    },
  },
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        lines: { type: 'integer', minimum: 2, description: 'From so many turns on it is a conversation.' },
      },
    },
  },
  examples: {
    good: exampleCase({ customer_phrases: '["it is gone again, like every evening"]' }),
    bad: exampleCase(
      {},
      exampleBody(
        'The log shows W-104.',
        'Customer: it is gone again\nAgent: Which light is on?\nCustomer: the red one\nAgent: Please restart it.',
      ),
    ),
  },
  mayFind: ({ file, options: { lines } }) => lineSigns(file).turns >= lines || holds(file, 'mail'),
  *check({ case: found, file, options: { lines } }) {
    const { text } = file
    const [mayBeTalk, mayBeMail] = [lineSigns(file).turns >= lines, holds(file, 'mail')]
    const body = text.slice(found.frontMatter.end)
    const base = found.frontMatter.end
    const range = rangesOf(text)
    const turns = mayBeTalk ? inProse(body, TURN, found) : []
    const last = turns.at(-1)
    if (turns.length >= lines && last !== undefined && isTalk(turns)) {
      const at = range(base + (turns[0]?.index ?? 0), base + last.index + last[0].length)
      yield { code: 'chat', args: { count: turns.length }, at }
    }
    const mail = mayBeMail ? firstMail(body, found) : undefined
    if (mail !== undefined) yield { code: 'mail', args: {}, at: range(base + mail.start, base + mail.end) }
  },
})

/** Two sides or more, one of which speaks again: a list of roles and their names is no talk. */
function isTalk(turns: readonly RegExpMatchArray[]): boolean {
  const speakers = turns.map(({ groups }) =>
    (groups?.['first'] ?? groups?.['second'] ?? groups?.['third'] ?? groups?.['side'] ?? '').trim(),
  )
  const different = new Set(speakers).size
  return different > 1 && different < speakers.length
}

/** A sender and two more header lines close by, or the line with which a mail quotes another. */
function firstMail(body: string, found: Case): { start: number; end: number } | undefined {
  const forwarded = inProse(body, FORWARDED, found)[0]
  if (forwarded !== undefined) {
    return { start: forwarded.index, end: forwarded.index + forwarded[0].length }
  }
  const headers = inProse(body, HEADER, found)
  for (const [i, { index, groups }] of headers.entries()) {
    if (groups?.['from'] === undefined) continue
    const near = headers.slice(Math.max(0, i - 3), i + 4).filter(other => Math.abs(other.index - index) < 600)
    const last = near.at(-1)
    if (near.length < 3 || last === undefined) continue
    return { start: near[0]?.index ?? index, end: last.index + last[0].length }
  }
  return undefined
}

/** The matches of a body outside of code and HTML. Blocks and matches both stand in order: one walk. */
function inProse(body: string, pattern: RegExp, { body: { blocks }, frontMatter }: Case): RegExpExecArray[] {
  const hidden = blocks.filter(({ type }) => type === 'code' || type === 'html')
  let next = 0
  return [...body.matchAll(pattern)].filter(({ index }) => {
    const offset = frontMatter.end + index
    while (next < hidden.length && (hidden[next]?.at.end ?? 0) <= offset) next++
    return (hidden[next]?.at.start ?? Number.POSITIVE_INFINITY) > offset
  })
}

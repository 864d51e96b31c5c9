import type { Report } from '../figures/report.js'
import type { Language } from '../lib/message.js'
import { visible } from '../lib/text.js'
import { labelOf } from './case-words.js'
import { reportJson } from './figures/data.js'
import { cellText, figureText } from './figures/values.js'

/** Where notices go: groups of chat programs, or any program that takes JSON. */
export const NOTICE_TARGETS = ['wecom', 'feishu', 'dingtalk', 'slack', 'webhook'] as const
export type NoticeTarget = (typeof NOTICE_TARGETS)[number]

/** Bytes that WeCom takes of a Markdown message (https://developer.work.weixin.qq.com/document/path/91770); others take more. */
const MOST_BYTES = 4096
/** Rows of a table that a notice tells. */
const MOST_ROWS = 5

/** What is posted for a report: the body of the request, as JSON. */
export function noticeBody(report: Report, to: NoticeTarget, language: Language): object {
  const title = `${report.title[language]} · ${report.day}`
  const content = cutBytes(noticeText(report, to, language), MOST_BYTES)
  const bodies = {
    wecom: { msgtype: 'markdown', markdown: { content } },
    feishu: { msg_type: 'text', content: { text: content } },
    dingtalk: { msgtype: 'markdown', markdown: { title, text: content } },
    slack: { text: content },
    webhook: { title, text: content, ...reportJson(report) },
  } satisfies Record<NoticeTarget, object>
  return bodies[to]
}

/** A report in a few lines: figures, then the first rows of each table. Nothing in it can mention a person or a group. */
function noticeText(report: Report, to: NoticeTarget, language: Language): string {
  const strong = (text: string): string =>
    to === 'feishu' || to === 'webhook' ? text : to === 'slack' ? `*${text}*` : `**${text}**`
  const safe = (text: string): string => safeFor(to, text)
  const lines = [strong(safe(`${report.title[language]} · ${report.day}`)), '']
  for (const figure of report.figures)
    lines.push(`- ${safe(figure.label[language])}: ${figureText(figure, language)}`)
  for (const { title, columns, rows } of report.tables) {
    if (rows.length === 0) continue
    lines.push('', strong(safe(title[language])))
    for (const row of rows.slice(0, MOST_ROWS)) {
      const cells = columns.map((column, at) => {
        const text = cellText(row[at], column, language)
        // A bare number tells nothing here, where no head stands above it.
        return typeof row[at] === 'number' ? labelOf(column.title, language) + text : text
      })
      lines.push(`- ${safe(cells.filter(cell => cell !== '–').join(' · '))}`)
    }
  }
  return lines.join('\n')
}

/** Takes from a text what a chat program would act on: mentions, links, emphasis. */
function safeFor(to: NoticeTarget, text: string): string {
  const line = visible(text).replace(/\s+/g, ' ')
  if (to === 'webhook') return line
  // A full-width sign looks alike and mentions nobody.
  const quiet = line.replaceAll('@', '＠')
  if (to === 'slack') return quiet.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return quiet
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replace(/[[\]`*]/g, char => FULL_WIDTH[char] ?? char)
}

const FULL_WIDTH: Readonly<Record<string, string>> = { '[': '［', ']': '］', '`': '｀', '*': '＊' }

/** Whole lines from the beginning that fit, with a mark where some are left out. */
function cutBytes(text: string, most: number): string {
  const size = (part: string): number => new TextEncoder().encode(part).length
  if (size(text) <= most) return text
  const lines = text.split('\n')
  while (lines.length > 1 && size(`${lines.join('\n')}\n…`) > most) lines.pop()
  return `${lines.join('\n')}\n…`
}

import type { Gap, GapSource } from '../feedback/gaps.js'
import type { Language, Message } from '../lib/message.js'
import { shellQuoted } from '../lib/shell-quote.js'
import { style } from '../lib/style.js'
import { shownLine } from './shown.js'

/** The command that drafts a case for a gap, ready to run. */
export function newLine({ title, product }: Gap): string {
  const rest = product === undefined ? '' : ` --product ${shellQuoted(product)}`
  return `casectl new ${shellQuoted(shownLine(title))}${rest}`
}

/** A paragraph a gap: rank, what is missing, where it shows, the command. */
export function gapsText(gaps: readonly Gap[], language: Language, first = 1): string {
  return gaps
    .map((gap, i) => {
      const lines = [
        `${style.bold(`${first + i}. ${shownLine(gap.title)}`)}  ${style.dim(String(gap.score))}`,
        `   ${sourcesText(gap, language)}`,
        ...(gap.others.length === 0
          ? []
          : [`   ${ALSO[language]}${gap.others.slice(0, 3).map(shownLine).join(' · ')}`]),
        `   ${style.cyan(newLine(gap))}`,
      ]
      return lines.join('\n')
    })
    .join('\n\n')
}

/** Where a gap shows, in a line. */
export function sourcesText({ sources, cases, last }: Gap, language: Language): string {
  const counts = Object.entries(sources).map(
    ([source, count]) => `${SOURCES[source as GapSource][language]} ${count}`,
  )
  const days = last === undefined ? [] : [`${LAST[language]}${last}`]
  return [...counts, ...cases, ...days].join(', ')
}

export function gapsJson(gaps: readonly Gap[]): object[] {
  return gaps.map(gap => ({
    ...gap,
    last: gap.last ?? null,
    product: gap.product ?? null,
    command: newLine(gap),
  }))
}

const SOURCES: Readonly<Record<GapSource, Message>> = {
  'no-hit': { en: 'searches without a hit:', zh: '无结果的检索' },
  'low-score': { en: 'searches without a near case:', zh: '无相近案例的检索' },
  unsolved: { en: 'uses that did not solve:', zh: '未解决的使用' },
  ticket: { en: 'closed tickets without a case:', zh: '无案例的已关闭工单' },
}
const ALSO: Message = { en: 'also asked as: ', zh: '其他问法：' }
const LAST: Message = { en: 'last ', zh: '最近 ' }

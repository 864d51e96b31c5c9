import { fill, type Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cutCells } from '../lib/text.js'
import type { NearCase } from '../search/near-case.js'
import { listed, STATUS_STYLE, STATUS_WORDS } from './case-words.js'
import { shownLine } from './shown.js'

export interface ReportView {
  readonly language: Language
  /** Columns of the screen. */
  readonly width: number
}

/** Cells of `0.83  `, below which the facts of a case stand. */
const INDENT = ' '.repeat(6)

/** A near case for people: score, id and title, what kind of answer it is, and lines of reasons. */
export function nearBlock(
  found: NearCase,
  strong: boolean,
  reasons: readonly string[],
  { language, width }: ReportView,
): string {
  const score = shownScore(found.score)
  const status = STATUS_STYLE[found.status](STATUS_WORDS[found.status][language])
  const facts = [found.kind, found.language, found.updated ?? ''].filter(fact => fact !== '')
  const lines = [
    `${strong ? style.green(score) : style.dim(score)}  ${style.bold(found.id)}  ${shownLine(found.title)}`,
    `${INDENT}${[status, ...facts.map(style.dim)].join(style.dim(' · '))}`,
    ...reasons.map(reason => `${INDENT}${style.dim(cutList(shownLine(reason), width - INDENT.length))}`),
  ]
  return lines.join('\n')
}

/** A list that is too long for a line ends behind a whole item. */
function cutList(text: string, width: number): string {
  const cut = cutCells(text, width)
  const end = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('、'))
  return cut === text || end === -1 ? cut : `${cut.slice(0, end)} …`
}

/** Two digits, never rounded up: 0.698 must not look like 0.70. */
export function shownScore(score: number): string {
  return (Math.floor(score * 100 + 1e-9) / 100).toFixed(2)
}

const SHARED = { en: 'says too: {words}', zh: '同样提到：{words}' } as const
const REPLACES = { en: 'replaces {ids}', zh: '取代 {ids}' } as const

/** The words of a text that a case says too; nothing for none. */
export function sharedReason(shared: readonly string[], language: Language): string[] {
  if (shared.length === 0) return []
  return [fill(SHARED, { words: listed(shared, language) })[language]]
}

/** The superseded cases whose place a case takes; nothing for none. */
export function viaReason(via: readonly string[], language: Language): string[] {
  return via.length === 0 ? [] : [fill(REPLACES, { ids: listed(via, language) })[language]]
}

import type { Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cutCells } from '../lib/text.js'
import type { SimilarCase } from '../search/similar.js'
import { STATUS_WORDS } from './case-words.js'
import { shownScore } from './near-cases.js'
import { shownLine } from './shown.js'

/** The cases that a new one may repeat, nearest first, with the words that they share. */
export function similarTable(
  similar: readonly SimilarCase[],
  view: { readonly language: Language; readonly width: number },
): string {
  const { language, width } = view
  const head = { en: 'Similar cases that exist already:', zh: '已有的相似案例：' }[language]
  const rows = similar.map(({ id, title, status, score, shared }) => {
    const words = shared.map(shownLine).join(language === 'zh' ? '、' : ', ')
    const line = `  ${style.dim(shownScore(score))}  ${style.bold(id)}  ${shownLine(title)}  ${style.dim(STATUS_WORDS[status][language])}`
    return `${line}\n        ${style.dim(cutCells(words, Math.max(20, width - 8)))}`
  })
  return [head, ...rows].join('\n')
}

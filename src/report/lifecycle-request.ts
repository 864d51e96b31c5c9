import { fill, type Language } from '../lib/message.js'
import type { Proposal } from '../life/ageing.js'
import { inOneLine } from './case-words.js'

/** The request that asks to merge what has grown old: one line a case, with its reasons. No titles: they may name people. */
export function lifecycleRequest(
  proposals: readonly Proposal[],
  language: Language,
): { readonly title: string; readonly body: string } {
  const archive = proposals.filter(({ action }) => action === 'archive').length
  const lines = proposals.map(({ case: { id }, action, reasons }) => {
    const reason = reasons.map(each => each[language])
    const why = inOneLine(reason, language)
    return `- ${id}: ${ACTIONS[action][language]} (${why})`
  })
  return {
    title: fill(TITLE, { archive, mark: proposals.length - archive })[language],
    body: `${BODY[language]}\n\n${lines.join('\n')}\n`,
  }
}

const ACTIONS = {
  archive: { en: 'to the archive', zh: '归档' },
  'needs-review': { en: 'marked needs-review', zh: '标记待复审' },
} as const
const TITLE = {
  en: 'Life cycle: {archive} to archive, {mark} to review',
  zh: '生命周期：归档 {archive} 个，待复审 {mark} 个',
}
const BODY = {
  en: 'Proposed by `casectl lifecycle`. An archived case keeps its id and is found with `--archived`. Keep a case by changing, approving or using it.',
  zh: '由 `casectl lifecycle` 提出。归档的案例保留 id，可用 `--archived` 检索。修改、批准或使用一个案例即可保留它。',
}

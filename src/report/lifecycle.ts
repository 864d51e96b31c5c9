import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Proposal } from '../life/ageing.js'
import { inOneLine } from './case-words.js'
import { table } from './table.js'

/** One line a case: what is proposed, and why. */
export function lifecycleTable(proposals: readonly Proposal[], language: Language, width?: number): string {
  const t = (word: keyof typeof WORDS): string => WORDS[word][language]
  const rows = proposals.map(({ case: found, action, last, reasons }) => [
    { text: found.id, paint: style.bold },
    ACTIONS[action][language],
    last ?? '–',
    found.owner ?? '',
    inOneLine(
      reasons.map(reason => reason[language]),
      language,
    ),
    found.title,
  ])
  const columns = [
    { header: t('case') },
    { header: t('action') },
    { header: t('last') },
    { header: t('owner'), cut: true, spare: true },
    { header: t('why'), cut: true },
    { header: t('title'), cut: true, spare: true },
  ]
  return table(columns, rows, width)
}

export function lifecycleJson(proposals: readonly Proposal[]): object[] {
  return proposals.map(({ case: found, action, to, last, reasons }) => ({
    ...{
      id: found.id,
      title: found.title,
      path: found.path,
      status: found.status,
      owner: found.owner ?? null,
    },
    ...{ action, to: to ?? null, last: last ?? null, reasons: reasons.map(({ en }) => en) },
  }))
}

const ACTIONS: Readonly<Record<Proposal['action'], Message>> = {
  archive: { en: 'archive', zh: '归档' },
  'needs-review': { en: 'mark needs-review', zh: '标记待复审' },
}

const WORDS = {
  case: { en: 'case', zh: '案例' },
  action: { en: 'proposal', zh: '建议' },
  last: { en: 'last touched', zh: '最近动静' },
  owner: { en: 'owner', zh: '负责' },
  why: { en: 'why', zh: '理由' },
  title: { en: 'title', zh: '标题' },
} as const satisfies Record<string, Message>

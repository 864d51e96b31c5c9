import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, padCells } from '../lib/text.js'
import type { IndexStats } from '../store/statistics.js'
import { largest } from './columns.js'

/** What an index holds, a line a figure: living cases, and archived ones where there are any. */
export function indexStatsView({ living, archive, files, bytes }: IndexStats, language: Language): string {
  const pairs = FIGURES.map(([name, message]): readonly [Message, string] => [
    message,
    archive.documents === 0 ? String(living[name]) : `${living[name]} + ${archive[name]}`,
  ])
  const total = Object.values(bytes).reduce((sum, size) => sum + size, 0)
  const rows = [
    ...pairs.map(([message, value]) => [message[language], value] as const),
    [FILES[language], `${files}, ${kib(total)}`] as const,
    ...Object.entries(bytes).map(([kind, size]) => [`  ${kind}`, kib(size)] as const),
  ]
  const width = largest(rows.map(([name]) => cells(name)))
  return rows.map(([name, value]) => `${style.dim(padCells(name, width))}  ${value}`).join('\n')
}

const FIGURES = [
  ['documents', { en: 'cases (living + archived)', zh: '案例（现行 + 归档）' }],
  ['terms', { en: 'terms', zh: '词项' }],
  ['postings', { en: 'postings', zh: '倒排记录' }],
  ['segments', { en: 'segments', zh: '段' }],
  ['dead', { en: 'replaced cases in them', zh: '其中已被替换的案例' }],
] as const satisfies readonly (readonly [keyof IndexStats['living'], Message])[]

const FILES: Message = { en: 'files', zh: '文件' }

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`
}

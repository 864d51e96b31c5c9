import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, cutCells, padCells } from '../lib/text.js'
import { labelOf, type Term } from '../model/taxonomy.js'
import type { FacetCounts } from './counts.js'
import type { FacetStats } from './stats.js'

/** How a tree is to be written. */
export interface TreeView {
  readonly language: Language
  /** Cells of a line. */
  readonly width: number
}

const WORDS = {
  cases: { en: 'cases: {cases}', zh: '{cases} 个案例' },
  retired: { en: 'retired', zh: '已停用' },
  use: { en: 'retired, use {use}', zh: '已停用，请用 {use}' },
  terms: { en: 'terms: {terms}, cases: {cases}', zh: '{terms} 个术语，{cases} 个案例' },
  unused: { en: 'terms in no case: {count}', zh: '没有案例使用的术语：{count} 个' },
  warning: { en: 'warning', zh: '警告' },
  top: { en: 'the top', zh: '顶层' },
  full: {
    en: '{node} has {children} of at most {cap} terms; little room is left for new ones.',
    zh: '{node} 下有 {children} 个术语，上限 {cap} 个，留给新术语的余地不多。',
  },
  other: {
    en: '`{id}` holds {cases} of {all} cases ({percent} %); terms may be missing.',
    zh: '`{id}` 占 {cases}/{all} 个案例（{percent}%），可能缺少合适的术语。',
  },
} as const satisfies Record<string, Message>

/** A facet's tree: labels in the user's language, ids, counts; each in its column. */
export function treeText(counts: FacetCounts, { language, width }: TreeView): string {
  const { facet, cases } = counts
  const rows = [...facet.terms.values()].map(term => ({
    label: '  '.repeat(term.level + 1) + labelOf(term, language),
    id: term.id,
    count: String(counts.of(term)),
    mark: retiredMark(term, language),
  }))
  const [idWidth, countWidth] = [widest(rows.map(row => row.id)), widest(rows.map(row => row.count))]
  // The label gives way where the screen is narrow: the id is what a user types.
  const room = Math.max(16, width - idWidth - countWidth - 4)
  const labelWidth = Math.min(room, widest(rows.map(row => row.label)))
  const lines = rows.map(({ label, id, count, mark }) => {
    const name = padCells(cutCells(label, labelWidth), labelWidth)
    const line = `${name}  ${style.dim(padCells(id, idWidth))}  ${count.padStart(countWidth)}`
    return mark === '' ? line : `${line}  ${style.yellow(mark)}`
  })
  const levels = facet.levels.map(({ id, labels = {} }) => labelOf({ id, labels }, language)).join(' → ')
  const total = fill(WORDS.cases, { cases })[language]
  const head = `${style.bold(labelOf(facet, language))}  ${style.dim(facet.id)}  ${total}`
  return [facet.levels.length > 1 ? `${head}  ${style.dim(levels)}` : head, ...lines].join('\n')
}

/** A facet's figures, and a line for each thing that asks for attention. */
export function statsText(stats: FacetStats, { language }: TreeView): string {
  const { facet, terms, cases, unused, full, others } = stats
  const say = (message: Message, args: Record<string, string | number>): string =>
    fill(message, args)[language]
  const count = say(WORDS.terms, { terms, cases })
  const head = `${style.bold(labelOf(facet, language))}  ${style.dim(facet.id)}  ${count}`
  const warnings = [
    ...full.map(({ term, children, cap }) => {
      const node = term === undefined ? WORDS.top[language] : `\`${term.id}\``
      return say(WORDS.full, { node, children, cap })
    }),
    ...others.map(({ term, cases: held, share }) =>
      say(WORDS.other, { id: term.id, cases: held, all: cases, percent: Math.round(share * 100) }),
    ),
  ]
  return [
    head,
    ...(unused.length === 0 ? [] : [`  ${say(WORDS.unused, { count: unused.length })}`]),
    ...warnings.map(text => `  ${style.yellow(WORDS.warning[language])}  ${text}`),
  ].join('\n')
}

function retiredMark({ retired }: Term, language: Language): string {
  if (retired === undefined) return ''
  return retired.use === undefined ? WORDS.retired[language] : fill(WORDS.use, { use: retired.use })[language]
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(cells))
}

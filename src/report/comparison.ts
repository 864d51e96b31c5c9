import { fill, type Language, type Message } from '../lib/message.js'
import type { Difference } from '../lib/sequence-diff.js'
import { style } from '../lib/style.js'
import { wordDiff } from '../lib/word-diff.js'
import type { Comparison, FieldChange, FieldValue, SectionChange } from '../review/compare-versions.js'
import { shown, shownLine } from './shown.js'

/** Words that stay beside a change: characters shown of them, before it and behind it. */
const CONTEXT = 32

/**
 * What differs, a line a field and the changed lines of each section, with `[-gone-]` and `{+new+}`.
 * @param most lines shown of one section
 */
export function comparisonLines(
  { fields, sections, reordered }: Comparison,
  language: Language,
  most = Number.POSITIVE_INFINITY,
): string[] {
  return [
    ...fields.map(change => fieldLine(change)),
    ...sections.flatMap(change => sectionLines(change, language, most)),
    ...(reordered ? [WORDS.reordered[language]] : []),
  ]
}

function fieldLine({ field, before, after }: FieldChange): string {
  const name = style.bold(shownLine(field))
  if (Array.isArray(before) && Array.isArray(after)) {
    const gone = before.filter(item => !after.includes(item)).map(item => style.red(`−${shownLine(item)}`))
    const come = after.filter(item => !before.includes(item)).map(item => style.green(`+${shownLine(item)}`))
    // The same items in another order are shown whole.
    if (gone.length + come.length > 0) return `${name}: ${[...gone, ...come].join(' ')}`
  }
  if (before === undefined) return `${name}: ${style.green(`+ ${valueText(after)}`)}`
  if (after === undefined) return `${name}: ${style.red(`− ${valueText(before)}`)}`
  return `${name}: ${style.red(valueText(before))} → ${style.green(valueText(after))}`
}

/** A value on one line; `""` for an empty one. */
export function valueText(value: FieldValue = ''): string {
  const text = typeof value === 'string' ? value : `[${value.join(', ')}]`
  return shownLine(text) || '""'
}

function sectionLines({ section, before, after }: SectionChange, language: Language, most: number): string[] {
  const title = section === '' ? WORDS.before[language] : `## ${shownLine(section)}`
  const head = style.bold(title)
  const lines = changedLines(before ?? '', after ?? '')
  const cut = lines.slice(0, most)
  const more = lines.length - cut.length
  const rest = more === 0 ? [] : [style.dim(fill(WORDS.more, { more })[language])]
  const how = before === undefined ? WORDS.added : after === undefined ? WORDS.removed : undefined
  const renamed = before !== undefined && before === after ? WORDS.renamed : undefined
  const word = how ?? renamed
  return [
    word === undefined ? head : `${head} (${word[language]})`,
    ...[...cut, ...rest].map(line => `  ${line}`),
  ]
}

/** The lines in which something goes or comes, with its marks. */
function changedLines(before: string, after: string): string[] {
  const lines: { parts: Difference[]; changed: boolean }[] = [{ parts: [], changed: false }]
  for (const { sign, text } of wordDiff(before, after)) {
    for (const [i, text_] of text.split('\n').entries()) {
      if (i > 0) lines.push({ parts: [], changed: false })
      const line = lines.at(-1)
      if (line === undefined || text_ === '') continue
      line.parts.push({ sign, text: text_ })
      if (sign !== ' ') line.changed = true
    }
  }
  return lines.filter(({ changed }) => changed).map(({ parts }) => parts.map(marked).join(''))
}

function marked({ sign, text }: Difference, i: number, all: readonly Difference[]): string {
  if (sign === '-') return style.red(`[-${shown(text)}-]`)
  if (sign === '+') return style.green(`{+${shown(text)}+}`)
  const chars = [...shown(text)]
  const [first, last] = [i === 0, i === all.length - 1]
  if (first && chars.length > CONTEXT) return `…${chars.slice(-CONTEXT).join('')}`
  if (last && chars.length > CONTEXT) return `${chars.slice(0, CONTEXT).join('')}…`
  if (chars.length > 2 * CONTEXT + 1) {
    return `${chars.slice(0, CONTEXT).join('')}…${chars.slice(-CONTEXT).join('')}`
  }
  return chars.join('')
}

const WORDS = {
  before: { en: '(before the first section)', zh: '（第一节之前）' },
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删除' },
  renamed: { en: 'title changed', zh: '标题已改' },
  reordered: { en: 'The sections stand in another order.', zh: '章节顺序已改变。' },
  more: { en: '… {more} more lines', zh: '…… 另有 {more} 行' },
} as const satisfies Record<string, Message>

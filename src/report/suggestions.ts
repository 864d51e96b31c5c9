import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { Suggestion } from '../search/suggestion.js'
import { table } from './table.js'

const HEADERS = {
  text: { en: 'Suggestion', zh: '建议' },
  kind: { en: 'Kind', zh: '类别' },
  cases: { en: 'Cases', zh: '案例数' },
  use: { en: 'Use', zh: '用法' },
} as const satisfies Record<string, Message>

const KINDS: Readonly<Record<Suggestion['kind'], Message>> = {
  code: { en: 'error code', zh: '错误代码' },
  term: { en: 'term', zh: '术语' },
  tag: { en: 'tag', zh: '标签' },
  title: { en: 'title', zh: '标题' },
}

/** Suggestions for people: what it is, how many cases it leads to, and how to ask for them. */
export function suggestionTable(
  suggestions: readonly Suggestion[],
  language: Language,
  filters: readonly string[],
  width?: number,
): string {
  const columns = [
    { header: HEADERS.kind[language] },
    { header: HEADERS.cases[language] },
    { header: HEADERS.use[language], cut: true },
    { header: HEADERS.text[language], cut: true },
  ]
  const rows = suggestions.map(one => [
    { text: KINDS[one.kind][language], paint: style.dim },
    String(one.cases),
    useOf(one, filters),
    { text: one.matched === undefined ? one.text : `${one.text} (${one.matched})`, paint: style.bold },
  ])
  return table(columns, rows, width)
}

/** What to type: `--product home-router`, `show CASE-7F3KQ`, `search E-1203`. */
function useOf(
  { kind, text, dimension = '', value = '', id = '' }: Suggestion,
  filters: readonly string[],
): string {
  if (kind === 'title') return `show ${id}`
  if (kind === 'code') return `search ${quoted(text)}`
  return filters.includes(dimension)
    ? `--${dimension} ${quoted(value)}`
    : `--facet ${quoted(`${dimension}=${value}`)}`
}

function quoted(text: string): string {
  return /^[\p{L}\p{N}._=-]+$/u.test(text) ? text : `"${text}"`
}

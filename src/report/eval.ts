import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import {
  changesBetween,
  type GoldChange,
  type GoldFigures,
  type GoldOutcome,
  type GoldReport,
} from '../search/eval.js'
import { shownLine } from './shown.js'
import { type Cell, table } from './table.js'

/** The figures of a gold set: all of it, then by language, then by kind of query. */
export function figuresTable(report: GoldReport, language: Language): string {
  const columns = [HEADERS.group, HEADERS.count, HEADERS.hit1, HEADERS.hit5, HEADERS.mrr, HEADERS.zero]
  const rows: (readonly Cell[])[] = [row(groupName('all', language), report.all)]
  for (const [name, figures] of Object.entries(report.byLanguage)) rows.push(row(name, figures))
  for (const [name, figures] of Object.entries(report.byKind)) rows.push(row(name, figures))
  return table(
    columns.map(header => ({ header: header[language] })),
    rows,
  )
}

/** A group of queries as it is called in a table: `all`, a language or a kind. */
export function groupName(group: string, language: Language): string {
  return group === 'all' ? ALL[language] : group
}

const ALL: Message = { en: 'all', zh: '全部' }
const HEADERS = {
  group: { en: 'queries', zh: '查询' },
  count: { en: 'count', zh: '数量' },
  hit1: { en: 'hit@1', zh: 'hit@1' },
  hit5: { en: 'hit@5', zh: 'hit@5' },
  mrr: { en: 'MRR', zh: 'MRR' },
  zero: { en: 'no hits', zh: '零命中' },
} satisfies Readonly<Record<string, Message>>

function row(name: string, { count, hit1, hit5, mrr, zero }: GoldFigures): Cell[] {
  return [name, String(count), ...[hit1, hit5, mrr, zero].map(value => value.toFixed(3))]
}

/** The queries that were not answered among the first five, with what stood there; '' for none. */
export function failures({ outcomes }: GoldReport, language: Language): string {
  const failed = outcomes.filter(({ rank }) => rank === undefined || rank > 5)
  if (failed.length === 0) return ''
  const head = fill(FAILED, { count: failed.length })[language]
  return [head, ...failed.map(outcome => failureLines(outcome, language))].join('\n')
}

const FAILED: Message = { en: 'Not answered among the first five: {count}', zh: '前五条未命中：{count}' }

function failureLines({ query, rank, above, total }: GoldOutcome, language: Language): string {
  const place = rank === undefined ? MISSED : RANKED
  const args = { rank: rank ?? 0, expect: query.expect.join(', '), total }
  const head = `${style.bold(shownLine(query.text))}  ${style.dim(`${query.language}, ${query.kind}`)}`
  const lines = above.map(({ id, title }, i) => `    ${i + 1}. ${id}  ${shownLine(title)}`)
  return [head, `  ${fill(place, args)[language]}`, ...lines.map(style.dim)].join('\n')
}

const MISSED: Message = {
  en: '{expect} is not among the first ten; hits: {total}',
  zh: '前十条中没有 {expect}；命中 {total} 条',
}
const RANKED: Message = { en: '{expect} stands at place {rank}', zh: '{expect} 排在第 {rank} 位' }

/** What became of the queries since an earlier state: the figures, then each that moved. */
export function comparison(before: GoldReport, after: GoldReport, language: Language): string {
  const changes = changesBetween(before, after)
  const args = {
    count: changes.length,
    hit5: `${before.all.hit5.toFixed(3)} → ${after.all.hit5.toFixed(3)}`,
    mrr: `${before.all.mrr.toFixed(3)} → ${after.all.mrr.toFixed(3)}`,
  }
  return [fill(COMPARED, args)[language], ...changes.map(change => changeLine(change, language))].join('\n')
}

const COMPARED: Message = {
  en: 'Queries answered otherwise: {count}\nhit@5 {hit5}, MRR {mrr}',
  zh: '结果有变化的查询：{count}\nhit@5 {hit5}，MRR {mrr}',
}

/** What a change did to one query: `3 → 1  text`. */
function changeLine({ query, before, after }: GoldChange, language: Language): string {
  const place = (rank: number | undefined): string => (rank === undefined ? NONE[language] : String(rank))
  const better = (after ?? Number.POSITIVE_INFINITY) < (before ?? Number.POSITIVE_INFINITY)
  const arrow = `${place(before)} → ${place(after)}`
  return `  ${(better ? style.green : style.red)(arrow)}  ${shownLine(query.text)}`
}

const NONE: Message = { en: 'none', zh: '无' }

import type { ImportReport } from '../import/import-report.js'
import { VALUE_FAULTS } from '../import/values.js'
import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { TYPE_NAMES } from '../privacy/words.js'
import { ERROR_WORDS, GATE_WORDS, OUTCOME_WORDS } from './import-words.js'
import { type Cell, table } from './table.js'

/** One table of a report. */
interface Part {
  readonly title: Message
  readonly columns: readonly Message[]
  readonly rows: readonly (readonly string[])[]
}

/** Most rows of the export that are named one by one. */
const MOST_NAMED = 20

/** The report of an import for a screen. */
export function importText(report: ImportReport, language: Language, width?: number): string {
  return partsOf(report, language)
    .map(({ title, columns, rows }) => {
      const body: (readonly Cell[])[] = rows.map(row => row.map(cell => cell))
      const head = columns.map((header, i) => ({ header: header[language], cut: i === columns.length - 1 }))
      return `${style.bold(title[language])}\n${table(head, body, width)}`
    })
    .join('\n\n')
}

/** The same as Markdown, for a pull request. */
export function importMarkdown(report: ImportReport, language: Language): string {
  const title = fill(TITLE, { name: `\`${report.source.name.replace(/[`\n]/g, '')}\`` })[language]
  const parts = partsOf(report, language).map(({ title: heading, columns, rows }) =>
    [
      `## ${heading[language]}`,
      '',
      rowOf(columns.map(column => column[language])),
      rowOf(columns.map(() => '---')),
      ...rows.map(rowOf),
    ].join('\n'),
  )
  const sha = `SHA-256 \`${report.source.sha256}\``
  return `${[`# ${title}`, sha, ...parts].join('\n\n')}\n`
}

const TITLE: Message = { en: 'Import of {name}', zh: '导入 {name}' }

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`
}

function escaped(cell: string): string {
  return cell
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_<>[\]|&~]/g, sign => (sign === '<' ? '&lt;' : `\\${sign}`))
}

const WHAT: Message = { en: 'what', zh: '项目' }
const COUNT: Message = { en: 'count', zh: '数量' }

function partsOf(report: ImportReport, language: Language): Part[] {
  const parts: Part[] = [rowsPart(report, language), gatesPart(report, language)]
  const { faulty, incomplete, masked, unmapped } = report
  if (Object.keys(report.errors).length > 0) parts.push(errorsPart(report, language))
  if (faulty.length > 0) parts.push(valuesPart(report, language))
  if (incomplete.length > 0) {
    const rows = incomplete.slice(0, MOST_NAMED).map(({ part, count }) => [part, String(count)])
    parts.push({ title: { en: 'Marked incomplete', zh: '标记为待补充' }, columns: [WHAT, COUNT], rows })
  }
  if (masked.length > 0) {
    const rows = masked.map(({ type, count }) => [nameOfType(type, language), String(count)])
    parts.push({
      title: { en: 'Personal data masked', zh: '已打码的个人数据' },
      columns: [WHAT, COUNT],
      rows,
    })
  }
  if (unmapped.length > 0) {
    const rows = unmapped.slice(0, MOST_NAMED).map(column => [column])
    parts.push({
      title: { en: 'Columns that the mapping does not name', zh: '映射未提及的列' },
      columns: [WHAT],
      rows,
    })
  }
  return parts
}

function nameOfType(type: string, language: Language): string {
  const names = new Map<string, Message>(Object.entries(TYPE_NAMES))
  return names.get(type)?.[language] ?? type
}

function rowsPart({ rows, outcomes }: ImportReport, language: Language): Part {
  const counted = Object.entries(OUTCOME_WORDS).map(([outcome, words]) => [
    words[language],
    String(outcomes[outcome as keyof typeof outcomes]),
  ])
  const all: Message = { en: 'all', zh: '合计' }
  return {
    title: { en: 'Rows', zh: '行' },
    columns: [WHAT, COUNT],
    rows: [...counted, [all[language], String(rows)]],
  }
}

function gatesPart({ gates }: ImportReport, language: Language): Part {
  const yes: Message = { en: 'passed', zh: '通过' }
  const no: Message = { en: 'failed', zh: '未通过' }
  return {
    title: { en: 'Gates', zh: '门槛' },
    columns: [
      WHAT,
      { en: 'reached', zh: '实际' },
      { en: 'asked for', zh: '要求' },
      { en: 'result', zh: '结果' },
    ],
    rows: gates.map(({ id, share, least, passed, part, whole }) => [
      GATE_WORDS[id][language],
      `${percent(share)} (${part}/${whole})`,
      percent(least),
      (passed ? yes : no)[language],
    ]),
  }
}

/** Rounded down: 99.8 % is said only where it is reached. */
function percent(share: number): string {
  return `${(Math.floor(share * 10_000 + 1e-6) / 100).toFixed(2)} %`
}

function errorsPart({ remarks }: ImportReport, language: Language): Part {
  const errors = remarks.filter(({ error }) => error !== undefined)
  const rows = errors
    .slice(0, MOST_NAMED)
    .map(({ number, place, error }) => [
      String(number),
      place,
      error === undefined ? '' : ERROR_WORDS[error][language],
    ])
  const more: Message = { en: '{n} more', zh: '另有 {n} 条' }
  if (errors.length > MOST_NAMED)
    rows.push(['…', '', fill(more, { n: errors.length - MOST_NAMED })[language]])
  return {
    title: { en: 'Errors', zh: '错误' },
    columns: [
      { en: 'row', zh: '行' },
      { en: 'line or file', zh: '行号或文件' },
      { en: 'reason', zh: '原因' },
    ],
    rows,
  }
}

function valuesPart({ faulty }: ImportReport, language: Language): Part {
  const rows = faulty
    .slice(0, MOST_NAMED)
    .map(({ column, target, fault, count, words }) => [
      column,
      target,
      String(count),
      `${VALUE_FAULTS[fault][language]}: ${words.join(', ')}`,
    ])
  return {
    title: { en: 'Values that were not taken over', zh: '未能转入的值' },
    columns: [
      { en: 'column', zh: '列' },
      { en: 'field', zh: '字段' },
      COUNT,
      { en: 'why, and some of them', zh: '原因及示例' },
    ],
    rows,
  }
}

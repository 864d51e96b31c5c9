import { CsvError, parse } from 'csv-parse/sync'
import { type Day, isDay } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { foldKey } from '../lib/text.js'
import type { TicketRow } from '../model/ticket-row.js'

type Column =
  | 'ref'
  | 'title'
  | 'text'
  | 'status'
  | 'opened'
  | 'closedOn'
  | 'product'
  | 'contacts'
  | 'first'
  | 'csat'

// Names of columns in exports of Zendesk, Jira, ServiceNow, Freshdesk and Chinese help desks, without
// regard to case, spaces, `_` and `-`.
const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  ref: ['id', 'ticketid', 'ticket', 'key', 'number', 'issuekey', '工单号', '工单编号', '编号', '单号'],
  title: ['title', 'subject', 'summary', 'shortdescription', '标题', '主题'],
  text: [
    'description',
    'body',
    'content',
    'problem',
    'question',
    '描述',
    '内容',
    '问题',
    '问题描述',
    '故障现象',
  ],
  status: ['status', 'state', '状态', '工单状态'],
  opened: ['created', 'createdat', 'opened', 'openedat', '创建时间', '创建日期', '报修时间', '提交时间'],
  closedOn: ['closed', 'closedat', 'resolved', 'resolvedat', 'solvedat', '关闭时间', '完成时间', '解决时间'],
  product: ['product', 'component', '产品', '产品名称'],
  contacts: ['contacts', 'replies', 'touches', '联系次数', '回复次数'],
  first: ['fcr', 'firstcontactresolution', 'firstcontactresolved', '首次解决', '一次解决'],
  csat: ['csat', 'satisfaction', 'satisfactionscore', 'rating', '满意度', '评分'],
}

const CLOSED =
  /^(?:closed|resolved|done|solved|complete[d]?|已关闭|已解决|已完成|已办结|关闭|解决|完成|办结)$/i
const YES = /^(?:1|y|yes|true|是)$/i
const NO = /^(?:0|n|no|false|否)$/i

/** What an export holds, and what in it could not be read. */
export interface TicketRows {
  readonly rows: readonly TicketRow[]
  /** Lines without any words. */
  readonly empty: number
  readonly columns: readonly Column[]
}

/**
 * Text of a ticket export → tickets. Commas, semicolons or tabs; the first line names the columns.
 * @param name the file, for messages
 * @throws CasectlError `tickets` for text that is no table, or one without a column of words
 */
export function readTicketRows(text: string, name: string): TicketRows {
  const records = recordsOf(text, name)
  const [head = [], ...lines] = records
  const columns = columnsOf(head)
  if (!columns.has('title') && !columns.has('text')) {
    throw new CasectlError(
      'tickets',
      { en: `${name} has no column of words.`, zh: `${name} 没有可用的文字列。` },
      {
        en: `Name one of its columns title or description (seen: ${head.slice(0, 12).join(', ')}).`,
        zh: `请把其中一列命名为“标题”或“描述”（现有：${head.slice(0, 12).join('、')}）。`,
      },
    )
  }
  const rows = lines
    .map((cells, i) => rowOf(cells, columns, i))
    .filter(row => `${row.title}${row.text}` !== '')
  return { rows, empty: lines.length - rows.length, columns: [...columns.keys()] }
}

function recordsOf(text: string, name: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter =
    [',', ';', '\t', '，'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  try {
    return parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CasectlError('tickets', {
      en: `${name} cannot be read as a table: ${error.message}`,
      zh: `无法把 ${name} 读作表格：${error.message}`,
    })
  }
}

function columnsOf(head: readonly string[]): Map<Column, number> {
  const names = head.map(cell => foldKey(cell).replace(/[\s_-]/g, ''))
  return new Map(
    Object.entries(COLUMNS).flatMap(([column, known]): [Column, number][] => {
      const at = known.map(name => names.indexOf(name)).find(place => place !== -1)
      return at === undefined ? [] : [[column as Column, at]]
    }),
  )
}

function rowOf(cells: readonly string[], columns: ReadonlyMap<Column, number>, i: number): TicketRow {
  const cell = (column: Column): string => cells[columns.get(column) ?? -1]?.trim() ?? ''
  const contacts = Number(cell('contacts') || Number.NaN)
  const said = YES.test(cell('first')) ? true : NO.test(cell('first')) ? false : undefined
  const first = said ?? (Number.isNaN(contacts) ? undefined : contacts <= 1)
  const csat = Number(cell('csat') || Number.NaN)
  const [opened, closedOn] = [dayIn(cell('opened')), dayIn(cell('closedOn'))]
  return {
    ...{ ref: cell('ref') || `#${i + 2}`, title: cell('title'), text: cell('text') },
    closed: cell('status') === '' || CLOSED.test(cell('status')),
    ...(opened === undefined ? {} : { opened }),
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(cell('product') === '' ? {} : { product: cell('product') }),
    ...(first === undefined ? {} : { first }),
    ...(Number.isNaN(csat) ? {} : { csat }),
  }
}

/** The day at the beginning of a time: `2026-11-22T08:00`, `2026/1/2 08:00`, `2026年1月2日`. */
function dayIn(text: string): Day | undefined {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

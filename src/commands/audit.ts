import { visible } from '../lib/text.js'
import { auditCsv, auditCsvHead, auditJson, auditRows, auditTable } from '../report/audit-entries.js'
import type { Cell } from '../report/table.js'
import { unusualJson, unusualText } from '../report/unusual.js'
import type { AuditedCommit } from '../review/audit-entry.js'
import { type Unusual, UnusualWatch } from '../review/unusual.js'
import { auditLog } from '../workspace/audit-log.js'
import { type Command, type Context, envelope } from './context.js'
import { dayOption } from './lint-options.js'

export interface AuditOptions {
  readonly after?: string
  readonly before?: string
  readonly format?: 'table' | 'json' | 'csv'
  readonly json?: boolean
}

/** `casectl audit`: who changed what, when, under which approvals; exit 0, however unusual. */
export const audit: Command<AuditOptions> = async (context, options) => {
  const { host } = context
  const span = { after: dayOption('after', options.after), before: dayOption('before', options.before) }
  const library = await context.openConfig()
  const watch = new UnusualWatch(library.config.audit)
  const unusual: Unusual[] = []
  const writer = writerOf(context, options)
  for await (const commit of auditLog(library, span, host.env)) {
    unusual.push(...watch.look(commit))
    writer.add(commit)
  }
  unusual.push(...watch.end())
  writer.end(unusual)
  return 0
}

interface Writer {
  add(commit: AuditedCommit): void
  end(unusual: readonly Unusual[]): void
}

function writerOf(context: Context, { format, json }: AuditOptions): Writer {
  if (json === true || format === 'json') return jsonWriter(context)
  return format === 'csv' ? csvWriter(context) : tableWriter(context)
}

/** One document, written as it comes: an entry a line. */
function jsonWriter({ terminal }: Context): Writer {
  const head = JSON.stringify(envelope('audit', {})).slice(0, -1)
  let separator = `${head},"entries":[\n`
  return {
    add(commit) {
      for (const entry of auditJson(commit)) {
        terminal.raw(`${separator}${visible(JSON.stringify(entry))}`)
        separator = ',\n'
      }
    },
    end(unusual) {
      const start = separator === ',\n' ? '' : separator
      terminal.raw(`${start}\n],"unusual":${visible(JSON.stringify(unusual.map(unusualJson)))}}\n`)
    },
  }
}

function csvWriter({ terminal }: Context): Writer {
  // RFC 4180 ends lines with CR LF.
  terminal.raw(`${auditCsvHead()}\r\n`)
  return {
    add: commit =>
      terminal.raw(
        auditCsv(commit)
          .map(line => `${line}\r\n`)
          .join(''),
      ),
    end: unusual => sayUnusual(terminal, unusual),
  }
}

function tableWriter({ terminal }: Context): Writer {
  const rows: Cell[][] = []
  return {
    add: commit => void rows.push(...auditRows(commit, terminal.language)),
    end(unusual) {
      const width = terminal.screen ? terminal.width : undefined
      if (rows.length > 0) terminal.out(auditTable(rows, terminal.language, width))
      sayUnusual(terminal, unusual)
      terminal.say({ en: 'Entries: {count}.', zh: '记录：{count}。' }, { count: rows.length })
    },
  }
}

function sayUnusual(terminal: Context['terminal'], unusual: readonly Unusual[]): void {
  if (unusual.length === 0) return
  terminal.say(
    { en: 'Unusual:\n{list}', zh: '异常：\n{list}' },
    { list: unusualText(unusual, terminal.language) },
  )
}

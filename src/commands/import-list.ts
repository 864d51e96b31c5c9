import { findRoot } from '../io/find-root.js'
import { rawExports } from '../io/raw-exports.js'
import { dayOf } from '../lib/day.js'
import type { Message } from '../lib/message.js'
import type { ImportPhase } from '../model/import-record.js'
import { table } from '../report/table.js'
import { purgeRawExports } from '../workspace/import-raw.js'
import { listImports } from '../workspace/imports.js'
import { type Command, envelope } from './context.js'

const PHASES: Readonly<Record<ImportPhase, Message>> = {
  staging: { en: 'interrupted', zh: '已中断' },
  publishing: { en: 'interrupted', zh: '已中断' },
  done: { en: 'done', zh: '已完成' },
  'rolled-back': { en: 'taken back', zh: '已撤销' },
}

/** `casectl import list`: the imports of a library, and until when their exports are kept. */
export const importList: Command<{ readonly json?: boolean }> = async (
  { terminal, host, config },
  { json },
) => {
  const { root } = findRoot(host.cwd, config)
  const imports = listImports(root)
  const raw = rawExports(root)
  if (json === true) {
    terminal.json(envelope('import-list', { imports, raw }))
    return 0
  }
  const t = (message: Message): string => terminal.text(message)
  const width = terminal.screen ? terminal.width : undefined
  const columns = [
    { header: t({ en: 'import', zh: '导入' }) },
    { header: t({ en: 'state', zh: '状态' }) },
    { header: t({ en: 'cases', zh: '案例' }) },
    { header: t({ en: 'export', zh: '导出文件' }), cut: true },
  ]
  const rows = imports.map(({ id, phase, cases, source }) => [id, t(PHASES[phase]), String(cases), source])
  if (rows.length > 0) terminal.out(table(columns, rows, width))
  for (const { name, sha256, keepUntil } of raw) {
    const args = { name, sha: sha256.slice(0, 12), keepUntil }
    terminal.say(
      { en: '{name} ({sha}) is kept until {keepUntil}.', zh: '{name}（{sha}）保存到 {keepUntil}。' },
      args,
    )
  }
  return 0
}

/** `casectl import purge`: removes exports whose time is over; one that is named earlier is refused. */
export const importPurge: Command<{ readonly sha256?: string; readonly json?: boolean }> = async (
  context,
  options,
) => {
  const { terminal, host } = context
  const removed = purgeRawExports(await context.openWorkspace(), options.sha256, dayOf(host.now()))
  if (options.json === true) terminal.json(envelope('import-purge', { removed }))
  else {
    const count = removed.length
    terminal.out(
      terminal.text({ en: 'Exports removed: {count}.', zh: '已删除 {count} 个导出文件。' }, { count }),
    )
  }
  return 0
}

import { type CaseId, readCaseId } from '../model/case-id.js'
import { historyJson, historyText } from '../report/case-history.js'
import { caseHistory } from '../workspace/case-history.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { wholeNumber } from './numbers.js'
import { notFound } from './show-missing.js'

export interface HistoryOptions {
  readonly id: string
  readonly limit?: string
  readonly json?: boolean
}

/** `casectl history`: the commits of a case, whatever its file was called; exit 1 for an id that git does not know. */
export const history: Command<HistoryOptions> = async (context, options) => {
  const { terminal, host } = context
  const limit = wholeNumber('limit', options.limit)
  const workspace = await context.openWorkspace()
  const id = readCaseId(options.id) ?? readCaseId(`${workspace.config.idPrefix}-${options.id}`)
  const found = id === undefined ? [] : await caseHistory(workspace, id, host.env)
  if (id === undefined || found.length === 0) return unknown(context, workspace, id, options)
  const items = found.slice(0, limit)
  if (options.json === true) {
    terminal.json(envelope('history', { id, commits: found.length, entries: historyJson(items) }))
  } else terminal.out(historyText(items, terminal.language))
  const more = found.length - items.length
  if (more > 0) terminal.say({ en: 'Older commits: {more}.', zh: '更早的提交：{more}。' }, { more })
  return 0
}

async function unknown(
  context: Context,
  workspace: Workspace,
  id: CaseId | undefined,
  options: HistoryOptions,
): Promise<ExitCode> {
  const library = await workspace.library()
  if (id === undefined || !library.byId.has(id)) return notFound(context, library, options, 'history')
  const { terminal } = context
  if (options.json === true) terminal.json(envelope('history', { id, commits: 0, entries: [] }))
  terminal.say({ en: '{id} is in no commit yet.', zh: '{id} 尚未提交。' }, { id })
  return 1
}

import { summarise } from '../feedback/query-log.js'
import { readQueryLog } from '../workspace/query-log.js'
import { type Command, envelope } from './context.js'
import { wholeNumber } from './numbers.js'

export interface LogExportOptions {
  readonly atLeast?: string
}

/** Queries asked by fewer are not shown: three askers are not one person. */
const AT_LEAST = 3

/** `casectl log export`: what was searched for, summed up so that it may be shown. */
export const logExport: Command<LogExportOptions> = async (context, options) => {
  const { terminal } = context
  const atLeast = wholeNumber('at-least', options.atLeast, 1) ?? AT_LEAST
  const { root, config } = await context.openWorkspace()
  const summary = summarise(readQueryLog(root), atLeast)
  terminal.json(envelope('log export', { atLeast, ...summary }))
  if (!config.search.log) terminal.say(OFF)
  return 0
}

const OFF = {
  en: 'Searches are not kept: `search: { log: true }` in casectl.config.yml turns the log on.',
  zh: '未保存检索记录：在 casectl.config.yml 中设置 `search: { log: true }` 可开启。',
} as const

import { readTableText } from '../io/table-file.js'
import { dayOf } from '../lib/day.js'
import { readTicketRows } from '../parse/read-ticket-rows.js'
import { gapsJson, gapsText } from '../report/gaps.js'
import { draftGaps } from '../workspace/gap-drafts.js'
import { libraryGaps } from '../workspace/gaps.js'
import { type Command, envelope } from './context.js'
import { dayOption } from './lint-options.js'
import { wholeNumber } from './numbers.js'

export interface GapsOptions {
  readonly tickets?: string
  readonly draft?: string
  readonly limit?: string
  readonly asOf?: string
  readonly json?: boolean
}

const LIMIT = 10

/** `casectl gaps`: what the library lacks, the most pressing first; exit 1 when there is none. */
export const gaps: Command<GapsOptions> = async (context, options) => {
  const { terminal, host } = context
  const today = dayOption('as-of', options.asOf) ?? dayOf(host.now())
  const drafts = wholeNumber('draft', options.draft, 1) ?? 0
  const limit = Math.max(drafts, wholeNumber('limit', options.limit, 1) ?? LIMIT)
  const file = options.tickets
  const rows = file === undefined ? [] : readTicketRows(await readTableText(host.cwd, file), file).rows
  const workspace = await context.openWorkspace()
  const { gaps: all, looked } = await libraryGaps(workspace, { today, tickets: rows })
  const drafted = drafts === 0 ? [] : await draftGaps(workspace, all.slice(0, drafts), host)
  const shown = all.slice(0, limit)
  if (options.json === true) {
    terminal.json(
      envelope('gaps', { asOf: today, looked, found: all.length, gaps: gapsJson(shown), drafted }),
    )
  } else {
    if (shown.length > 0) terminal.out(gapsText(shown, terminal.language))
    for (const { path } of drafted) terminal.out(path)
  }
  terminal.say(LOOKED, { ...looked, found: all.length, shown: shown.length })
  if (looked.searches === 0 && !workspace.config.search.log) terminal.say(NO_LOG)
  return all.length === 0 ? 1 : 0
}

const LOOKED = {
  en: 'Looked at: searches {searches}, uses that did not solve {unsolved}, closed tickets {tickets}. Gaps: {found}, shown: {shown}.',
  zh: '已查看：检索 {searches} 次，未解决的使用 {unsolved} 次，已关闭工单 {tickets} 个。缺口 {found} 个，显示 {shown} 个。',
} as const
const NO_LOG = {
  en: 'Searches are not kept: `search: { log: true }` in casectl.config.yml turns the log on.',
  zh: '未保存检索记录：在 casectl.config.yml 中设置 `search: { log: true }` 可开启。',
} as const

import { resolveFilters } from '../library/filter.js'
import { caseSummaryJson } from '../report/case-json.js'
import { caseTable, selectCases } from '../report/case-table.js'
import { type Command, envelope } from './context.js'
import { type FilterOptions, filtersOf } from './filters.js'
import { wholeNumber } from './numbers.js'

export interface ListOptions extends FilterOptions {
  readonly limit?: string
  readonly json?: boolean
}

/** `casectl list`: the cases that meet the filters, the newest first; exit 1 when there are none. */
export const list: Command<ListOptions> = async (context, options) => {
  const { terminal } = context
  const limit = wholeNumber('limit', options.limit, 1)
  const typed = filtersOf(options)
  const workspace = await context.openWorkspace()
  const filters = resolveFilters(typed, workspace.taxonomy)
  const library = await workspace.library()
  const all = selectCases(library, filters)
  const cases = all.slice(0, limit)
  if (options.json === true) {
    const summaries = cases.map(found => caseSummaryJson(found, library))
    terminal.json(envelope('list', { total: all.length, cases: summaries }))
  } else if (cases.length > 0) {
    terminal.out(caseTable(cases, library, terminal.language, terminal.screen ? terminal.width : undefined))
  }
  const unread = library.files.length - library.cases.length
  if (unread > 0) {
    terminal.say(
      {
        en: '{unread} files have errors and are not listed; `casectl lint` names them.',
        zh: '有 {unread} 个文件存在错误，未列出；可用 `casectl lint` 查看。',
      },
      { unread },
    )
  }
  if (all.length === 0) {
    terminal.say({ en: 'No case matches.', zh: '没有匹配的案例。' })
    return 1
  }
  const counts = { shown: cases.length, total: all.length }
  if (cases.length === all.length) terminal.say({ en: 'Cases: {total}', zh: '共 {total} 个案例' }, counts)
  else
    terminal.say({ en: 'Cases shown: {shown} of {total}', zh: '显示 {shown} 个，共 {total} 个案例' }, counts)
  return 0
}

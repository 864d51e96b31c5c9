import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { Filters } from '../library/filter.js'
import { facetLines } from '../report/facet-counts.js'
import { hitList, searchJson } from '../report/hits.js'
import type { Sort } from '../search/ordering.js'
import { mayLogSearches } from '../workspace/log-setting.js'
import { type LibrarySearchResult, searchLibrary } from '../workspace/search.js'
import { type Command, type Context, envelope } from './context.js'
import { type FilterOptions, filtersOf } from './filters.js'
import { sayOutdated } from './index-notes.js'
import { needsTerminal } from './needs-terminal.js'
import { wholeNumber } from './numbers.js'

export interface SearchOptions extends FilterOptions {
  readonly query: readonly string[]
  readonly limit?: string
  readonly offset?: string
  readonly sort?: Sort
  readonly rank?: 'default' | 'lunr'
  readonly archived?: boolean
  readonly facets?: boolean
  readonly explain?: boolean
  readonly fresh?: boolean
  readonly pick?: boolean
  readonly json?: boolean
}

/** `casectl search`: the cases that match, best first; exit 1 when there is none. */
export const search: Command<SearchOptions> = async (context, options) => {
  const { terminal, host } = context
  const text = options.query.join(' ')
  const filters = filtersOf(options)
  if (text.trim() === '' && Object.keys(filters).length === 0) throw nothingAsked()
  if (options.pick === true && !terminal.interactive) throw needsTerminal('--pick')
  const limit = wholeNumber('limit', options.limit, 1)
  const offset = wholeNumber('offset', options.offset) ?? 0
  const result = await searchLibrary(host.cwd, {
    text,
    filters,
    offset,
    fresh: options.fresh === true,
    archived: options.archived === true,
    facets: options.facets === true,
    explain: options.explain === true,
    ...(options.sort === undefined ? {} : { sort: options.sort }),
    ...(options.rank === undefined ? {} : { rank: options.rank }),
    ...(limit === undefined ? {} : { limit }),
    ...(context.config === undefined ? {} : { config: context.config }),
  })
  const log = await openLog(context, { text, filters, hits: result.total })
  if (options.pick !== true) await log()
  if (options.json === true) {
    terminal.json(envelope('search', { ...searchJson(result, offset), outdated: result.outdated }))
    return result.total === 0 ? 1 : 0
  }
  tell(context, result)
  if (options.pick === true) return pick(context, result, log)
  if (result.hits.length === 0) return 1
  terminal.out(hitList(result.hits, terminal.language))
  if (result.facets !== undefined && result.taxonomy !== undefined) {
    terminal.out(`\n${facetLines(result.facets, result.taxonomy, terminal.language)}`)
  }
  const last = offset + result.hits.length
  if (last < result.total) {
    const shown = last === offset + 1 ? last : `${offset + 1}–${last}`
    terminal.say(result.exact ? SHOWN : SHOWN_OF_ABOUT, { total: result.total, shown })
  }
  return 0
}

const SHOWN = {
  en: '\nMatches: {total}, shown: {shown} (--limit, --offset).',
  zh: '\n共 {total} 个匹配，显示第 {shown} 个（--limit、--offset）。',
} as const
const SHOWN_OF_ABOUT = {
  en: '\nMatches: about {total}, shown: {shown} (--limit, --offset).',
  zh: '\n约 {total} 个匹配，显示第 {shown} 个（--limit、--offset）。',
} as const

/** What the searcher should know before reading the hits. */
function tell(context: Context, result: LibrarySearchResult): void {
  const { terminal } = context
  sayOutdated(context, result.outdated)
  for (const { word, distance, shown } of result.corrections) {
    terminal.say(
      {
        en: 'No case has "{word}"; searched for {shown} (letters changed: {distance}).',
        zh: '没有案例包含“{word}”；已改为检索 {shown}（相差 {distance} 个字母）。',
      },
      { word, distance, shown: shown.join(', ') },
    )
  }
  for (const { message, args } of result.notes) terminal.say(message, args)
  if (result.total === 0) {
    terminal.say({
      en: 'No case matches. Try fewer or other words, or leave a filter out.',
      zh: '没有匹配的案例。请减少或更换检索词，或去掉筛选条件。',
    })
  }
}

/** Keeps the search, with the case that was chosen, where the library asks for it. */
type Log = (chosen?: string) => Promise<void>

async function openLog(
  { host, terminal, config }: Context,
  { text, filters, hits }: { readonly text: string; readonly filters: Filters; readonly hits: number },
): Promise<Log> {
  if (!(await mayLogSearches(host.cwd, config))) return async () => undefined
  // Before a word is printed: the quick way to a search does not have it.
  const { logSearch } = await import('../workspace/query-log.js')
  return async chosen => {
    const asked = { day: dayOf(host.now()), query: text, filters, hits }
    const query = chosen === undefined ? asked : { ...asked, chosen }
    const kept = await logSearch(host.cwd, config === undefined ? {} : { config }, query)
    if (!kept) terminal.detail({ en: 'The search could not be logged.', zh: '无法记录本次检索。' })
  }
}

async function pick(context: Context, result: LibrarySearchResult, log: Log): Promise<0 | 1 | 2> {
  if (result.hits.length === 0) await log()
  if (result.hits.length === 0) return 1
  const { terminal, host } = context
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  const id = await prompts.select(
    terminal.text({ en: 'Read which case?', zh: '阅读哪个案例？' }),
    result.hits.map(hit => ({ value: hit.id, name: `${hit.id}  ${hit.title}` })),
  )
  await log(id)
  const { show } = await import('./show.js')
  return show(context, { id })
}

function nothingAsked(): CasectlError {
  return new CasectlError(
    'usage',
    { en: 'Nothing to search for.', zh: '没有检索内容。' },
    {
      en: 'Give words or a filter; `casectl list` lists every case.',
      zh: '请给出检索词或筛选条件；`casectl list` 列出全部案例。',
    },
  )
}

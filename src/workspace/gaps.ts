import { findGaps, type Gap, type Signal } from '../feedback/gaps.js'
import { queryKey } from '../feedback/query-log.js'
import { eventsIn, wholeEventsIn } from '../feedback/read-events.js'
import type { Day } from '../lib/day.js'
import { groupBy } from '../lib/groups.js'
import type { Library } from '../library/library.js'
import type { TicketRow } from '../model/ticket-row.js'
import { allowedData } from '../parse/allowed-data.js'
import { Masker } from '../privacy/mask.js'
import type { OpenedIndex } from '../search/opened.js'
import { recommend } from '../search/recommend.js'
import { search } from '../search/search.js'
import { lookAtFeedback } from './index-feedback.js'
import { readQueryLog } from './query-log.js'
import { withSearchIndex } from './search-index.js'
import type { Workspace } from './workspace.js'

export interface GapsRequest {
  readonly today: Day
  readonly tickets: readonly TicketRow[]
}

/** What was found missing, and how much was looked at. */
export interface FoundGaps {
  readonly gaps: readonly Gap[]
  readonly looked: { readonly searches: number; readonly unsolved: number; readonly tickets: number }
}

/**
 * What the library lacks, the most pressing first: searches that find nothing, or nothing near, now that
 * the library is as it is; cases that did not solve; closed tickets that no case answers.
 * @throws CasectlError as `Workspace.open` does
 */
export async function libraryGaps(workspace: Workspace, request: GapsRequest): Promise<FoundGaps> {
  const { root, config, configFile } = workspace
  const library = await workspace.library()
  const tickets = request.tickets.filter(({ closed }) => closed)
  const log = readQueryLog(root)
  const unsolved = [...unsolvedIn(workspace, library)]
  const signals = await withSearchIndex(root, { config: configFile }, async ({ opened }) => {
    const asking = new Asking(opened, config.related.threshold)
    return [
      ...(await searchSignals(log, asking)),
      ...(await ticketSignals(tickets, { workspace, library, asking })),
    ]
  })
  const gaps = findGaps([...signals, ...unsolved], request.today)
  return { gaps, looked: { searches: log.length, unsolved: unsolved.length, tickets: tickets.length } }
}

/** What the library answers now; each text is asked once. */
class Asking {
  readonly #opened: OpenedIndex
  readonly #threshold: number

  constructor(opened: OpenedIndex, threshold: number) {
    this.#opened = opened
    this.#threshold = threshold
  }

  async hits(text: string): Promise<number> {
    return (await search(this.#opened, { text, limit: 1 })).total
  }

  /** @param chosen true for a query, whose few words were chosen; a ticket tells more than it asks */
  async isAnswered(texts: readonly string[], chosen: boolean): Promise<boolean> {
    const parts = texts.filter(text => text !== '').map(text => ({ text, weight: 1 }))
    const request = { parts, threshold: this.#threshold, limit: 1, chosen }
    const { cases } = await recommend(this.#opened, request)
    return cases[0]?.likely === true
  }
}

async function searchSignals(log: ReturnType<typeof readQueryLog>, asking: Asking): Promise<Signal[]> {
  const signals: Signal[] = []
  for (const [key, asked] of groupBy(log, ({ query }) => queryKey(query))) {
    const [first] = asked
    if (key === '' || first === undefined) continue
    const found = await asking.hits(first.query)
    if (found > 0 && (await asking.isAnswered([first.query], true))) continue
    const source = found === 0 ? 'no-hit' : 'low-score'
    // Whoever chose a case found something.
    const open = asked.filter(({ chosen }) => chosen === undefined)
    for (const { query, day, filters } of open)
      signals.push({ source, text: query, day, product: filters['product']?.[0] })
  }
  return signals
}

async function ticketSignals(
  tickets: readonly TicketRow[],
  {
    workspace,
    library,
    asking,
  }: { readonly workspace: Workspace; readonly library: Library; readonly asking: Asking },
): Promise<Signal[]> {
  const known = knownTickets(workspace, library)
  const { privacy } = workspace.config
  const signals: Signal[] = []
  for (const { ref, title, text, closedOn, opened, product } of tickets) {
    if (known.has(ref.toUpperCase()) || (await asking.isAnswered([title, text], false))) continue
    const words = title === '' ? (text.split('\n')[0] ?? '').slice(0, 120) : title
    const language = /\p{Script=Han}/u.test(words) ? 'zh' : 'en'
    const masker = new Masker({ language, mask: privacy.mask, allowed: allowedData(privacy) })
    const found = product === undefined ? undefined : workspace.taxonomy.resolve('product', product)
    const term = found === undefined || found.kind === 'unknown' ? undefined : found.term.id
    const day = closedOn ?? opened
    signals.push({ source: 'ticket', text: masker.mask(words).text, day, ref, product: term })
  }
  return signals
}

/** Tickets that a case came from, or that a case was cited in; upper case. */
export function knownTickets({ root }: Workspace, library: Library): Set<string> {
  const known = new Set<string>()
  for (const { source } of library.cases) for (const ref of source?.refs ?? []) known.add(ref.toUpperCase())
  for (const { ticket, kind } of wholeEventsIn(lookAtFeedback(root).texts())) {
    if (ticket !== undefined && (kind === 'used' || kind === 'solved')) known.add(ticket.toUpperCase())
  }
  return known
}

function* unsolvedIn({ root }: Workspace, library: Library): Iterable<Signal> {
  for (const { kind, case: id, day } of eventsIn(lookAtFeedback(root).texts())) {
    if (kind !== 'unsolved') continue
    const found = library.byId.get(id)?.[0]
    // Whatever was written since may have mended it.
    if (found === undefined || found.archived || (found.updated ?? '') > day) continue
    yield { source: 'unsolved', text: found.title, day, case: found.id }
  }
}

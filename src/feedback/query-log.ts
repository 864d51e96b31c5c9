import { type Day, isDay } from '../lib/day.js'
import { byCodeUnit, foldKey } from '../lib/text.js'

/** A search as it is kept: no person, no hour, no address. */
export interface LoggedQuery {
  readonly day: Day
  /** Without personal data. */
  readonly query: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** How many cases matched. */
  readonly hits: number
  /** The case that was read from the list. */
  readonly chosen?: string
}

/** Longest query that is kept, in characters. */
export const MAX_QUERY = 200

export function queryLine({ day, query, filters, hits, chosen }: LoggedQuery): string {
  return JSON.stringify({ day, query, filters, hits, chosen })
}

/** The searches that texts of the log tell of; lines of any other form are passed over. */
export function* queriesIn(texts: Iterable<string>): Iterable<LoggedQuery> {
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const found = readLine(line)
      if (found !== undefined) yield found
    }
  }
}

function readLine(line: string): LoggedQuery | undefined {
  if (line.trim() === '' || line.length > 8192) return undefined
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) return undefined
    const { day, query, filters, hits, chosen } = value as Readonly<Record<string, unknown>>
    if (typeof day !== 'string' || !isDay(day) || typeof query !== 'string') return undefined
    if (typeof hits !== 'number' || !Number.isFinite(hits)) return undefined
    return {
      ...{ day, query: query.slice(0, MAX_QUERY), filters: filtersIn(filters), hits },
      ...(typeof chosen === 'string' ? { chosen } : {}),
    }
  } catch {
    return undefined
  }
}

function filtersIn(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, values]): [string, string[]][] =>
      Array.isArray(values) ? [[name, values.filter(each => typeof each === 'string')]] : [],
    ),
  )
}

/** A query, or a term of queries, over all days. */
export interface QueryCount {
  readonly text: string
  readonly count: number
  /** How often nothing matched. */
  readonly withoutHits: number
}

/** What of a log may be shown to others. */
export interface LogSummary {
  readonly searches: number
  readonly withoutHits: number
  readonly queries: readonly QueryCount[]
  readonly terms: readonly QueryCount[]
  /** Queries and terms that were asked too seldom to be shown. */
  readonly dropped: number
}

/**
 * Sums a log up. Queries and terms that were asked fewer than `atLeast` times are dropped: what one
 * person asked once may tell who asked.
 */
export function summarise(log: Iterable<LoggedQuery>, atLeast: number): LogSummary {
  const queries = new Counts()
  const terms = new Counts()
  let [searches, withoutHits] = [0, 0]
  for (const { query, hits } of log) {
    searches++
    if (hits === 0) withoutHits++
    const key = queryKey(query)
    if (key === '') continue
    queries.add(key, hits)
    for (const term of new Set(key.split(' '))) terms.add(term, hits)
  }
  const shown = [queries, terms].map(counts => counts.atLeast(atLeast))
  const [ofQueries = [], ofTerms = []] = shown
  const dropped = queries.size + terms.size - ofQueries.length - ofTerms.length
  return { searches, withoutHits, queries: ofQueries, terms: ofTerms, dropped }
}

/** One spelling for queries that differ in letter case, width and spaces only. */
export function queryKey(query: string): string {
  return foldKey(query).replace(/\s+/g, ' ').trim()
}

class Counts {
  readonly #counts = new Map<string, { count: number; withoutHits: number }>()

  get size(): number {
    return this.#counts.size
  }

  add(text: string, hits: number): void {
    const { count, withoutHits } = this.#counts.get(text) ?? { count: 0, withoutHits: 0 }
    this.#counts.set(text, { count: count + 1, withoutHits: withoutHits + (hits === 0 ? 1 : 0) })
  }

  /** Most often first. */
  atLeast(count: number): QueryCount[] {
    return [...this.#counts]
      .map(([text, counts]) => ({ text, ...counts }))
      .filter(each => each.count >= count)
      .sort((a, b) => b.count - a.count || byCodeUnit(a.text, b.text))
  }
}

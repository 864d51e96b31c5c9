import type { CaseId } from '../model/case-id.js'
import type { GoldQuery } from '../model/gold.js'
import type { Hit } from './hit.js'

/** Hits that are looked at: a right answer below them counts as not found. */
export const EVAL_DEPTH = 10

/** What became of one gold query. */
export interface GoldOutcome {
  readonly query: GoldQuery
  /** Place of the first right answer, from 1; undefined where it is not among the first ten. */
  readonly rank?: number
  /** Hits in all. */
  readonly total: number
  /** What stood above the right answer, or the first five where there is none. */
  readonly above: readonly { readonly id: CaseId; readonly title: string }[]
}

/** What a query is answered with, the best hit first. */
export interface GoldAnswer {
  readonly total: number
  readonly hits: readonly Pick<Hit, 'id' | 'title'>[]
}

/** The figures of a set of outcomes; shares from 0 to 1. */
export interface GoldFigures {
  readonly count: number
  /** Share whose first hit is right. */
  readonly hit1: number
  /** Share with a right answer among the first five. */
  readonly hit5: number
  /** Mean reciprocal rank of the first right answer; one that is not among the first ten counts 0. */
  readonly mrr: number
  /** Share that finds nothing at all. */
  readonly zero: number
}

export interface GoldReport {
  readonly all: GoldFigures
  readonly byLanguage: Readonly<Record<string, GoldFigures>>
  readonly byKind: Readonly<Record<string, GoldFigures>>
  readonly outcomes: readonly GoldOutcome[]
  /** Right answers that no search can give any more: no living case has such an id. */
  readonly vanished: readonly CaseId[]
}

/**
 * Asks every query, one after the other, and draws the figures up: all 0 where there is none.
 * @param isThere whether a living case has an id
 */
export async function evaluateGold(
  queries: readonly GoldQuery[],
  ask: (text: string) => Promise<GoldAnswer>,
  isThere: (id: CaseId) => Promise<boolean>,
): Promise<GoldReport> {
  const outcomes: GoldOutcome[] = []
  for (const query of queries) outcomes.push(outcomeOf(query, await ask(query.text)))
  return {
    all: figures(outcomes),
    byLanguage: grouped(outcomes, ({ query }) => languageOf(query)),
    byKind: grouped(outcomes, ({ query }) => query.kind),
    outcomes,
    vanished: await vanishedOf(queries, isThere),
  }
}

async function vanishedOf(
  queries: readonly GoldQuery[],
  isThere: (id: CaseId) => Promise<boolean>,
): Promise<CaseId[]> {
  const vanished: CaseId[] = []
  for (const id of new Set(queries.flatMap(({ expect }) => expect))) {
    if (!(await isThere(id))) vanished.push(id)
  }
  return vanished
}

/** The group of a query: its language without region or script. */
export function languageOf({ language }: GoldQuery): string {
  return language.split('-')[0]?.toLowerCase() ?? language
}

const SHOWN_ABOVE = 5

function outcomeOf(query: GoldQuery, { total, hits }: GoldAnswer): GoldOutcome {
  const wanted = new Set(query.expect.map(id => id.toUpperCase()))
  const first = hits.slice(0, EVAL_DEPTH).findIndex(({ id }) => wanted.has(id.toUpperCase()))
  const above = hits.slice(0, first === -1 ? SHOWN_ABOVE : first).map(({ id, title }) => ({ id, title }))
  return { query, total, above, ...(first === -1 ? {} : { rank: first + 1 }) }
}

function figures(outcomes: readonly GoldOutcome[]): GoldFigures {
  const count = outcomes.length
  const mean = (sum: number): number => (count === 0 ? 0 : sum / count)
  const share = (holds: (outcome: GoldOutcome) => boolean): number => mean(outcomes.filter(holds).length)
  return {
    count,
    hit1: share(({ rank }) => rank === 1),
    hit5: share(({ rank }) => rank !== undefined && rank <= 5),
    mrr: mean(outcomes.reduce((sum, { rank }) => sum + worth(rank), 0)),
    zero: share(({ total }) => total === 0),
  }
}

/** The reciprocal rank. */
function worth(rank: number | undefined): number {
  return rank === undefined ? 0 : 1 / rank
}

function grouped(
  outcomes: readonly GoldOutcome[],
  keyOf: (outcome: GoldOutcome) => string,
): Record<string, GoldFigures> {
  const groups = new Map<string, GoldOutcome[]>()
  for (const outcome of outcomes) {
    const key = keyOf(outcome)
    groups.set(key, [...(groups.get(key) ?? []), outcome])
  }
  const keys = [...groups.keys()].sort()
  return Object.fromEntries(keys.map(key => [key, figures(groups.get(key) ?? [])]))
}

/** The whole, named `all`, and the languages whose hit@5 is lower than a share. */
export function groupsBelow(
  { all, byLanguage }: GoldReport,
  least: number,
): { group: string; hit5: number }[] {
  const groups = Object.entries({ all, ...byLanguage })
  return groups.flatMap(([group, { hit5 }]) => (hit5 < least ? [{ group, hit5 }] : []))
}

/** A query that another state of the library answers otherwise. */
export interface GoldChange {
  readonly query: GoldQuery
  readonly before?: number
  readonly after?: number
}

/** The queries whose first right answer moved, those that lost first. */
export function changesBetween(before: GoldReport, after: GoldReport): GoldChange[] {
  const changes = after.outcomes.flatMap(({ query, rank }, i): GoldChange[] => {
    const old = before.outcomes[i]?.rank
    if (old === rank) return []
    const places = {
      ...(old === undefined ? {} : { before: old }),
      ...(rank === undefined ? {} : { after: rank }),
    }
    return [{ query, ...places }]
  })
  return changes.sort((a, b) => gain(a) - gain(b))
}

function gain({ before, after }: GoldChange): number {
  return worth(after) - worth(before)
}

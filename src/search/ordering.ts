import type { IndexReader } from '../store/reader.js'
import type { Evaluation } from './evaluation.js'
import { leastOfBest, notBelow } from './select.js'
import type { Placement, Tier } from './visibility.js'

export type Sort = 'score' | 'updated' | 'used'

/** A document in the place where it is shown. */
export interface Placed {
  readonly document: number
  readonly tier: Tier
  /** Lunr's own; 0 where nothing was asked but filters. */
  readonly score: number
}

export interface OrderOptions {
  readonly sort: Sort
  /** Lunr's own order: tiers do not count, equal scores stand as Lunr met them. */
  readonly plain: boolean
  /** How many to put in order. */
  readonly count: number
}

/**
 * The first `count` of the documents shown: by tier, then by what was asked for (score, or day of
 * the last update, or uses; the most first), then by id.
 */
export async function order(
  reader: IndexReader,
  evaluation: Evaluation,
  placement: Placement,
  { sort, plain, count }: OrderOptions,
): Promise<Placed[]> {
  const keys = await keysFor(reader, placement, sort)
  const groups: readonly (readonly [Tier, readonly number[]])[] = plain
    ? [[1, [...placement.tiers.values()].flat()]]
    : [...placement.tiers].sort(([a], [b]) => a - b)
  const placed: Placed[] = []
  for (const [tier, documents] of groups) {
    const left = count - placed.length
    if (left <= 0) break
    const least = leastOfBest(documents, keys, left)
    const chosen = notBelow(documents, keys, least)
    const key = (document: number): number => keys[document] ?? 0
    const met = (document: number): number => (plain ? (evaluation.met[document] ?? 0) : 0)
    const sorted = await sortThenById(
      reader,
      chosen,
      document => document,
      (a, b) => key(b) - key(a) || met(a) - met(b),
    )
    const shown = sorted.slice(0, left)
    const tierOf = plain ? tiersOf(placement, shown) : new Map<number, Tier>()
    for (const document of shown) {
      const own = tierOf.get(document) ?? tier
      placed.push({ document, tier: own, score: placement.scores[document] ?? 0 })
    }
  }
  return placed
}

/** Sorts, and those that the comparison leaves equal by id. The order of ids is read only for them. */
export async function sortThenById<T>(
  reader: Pick<IndexReader, 'order'>,
  items: readonly T[],
  documentOf: (item: T) => number,
  compare: (a: T, b: T) => number,
): Promise<T[]> {
  const sorted = [...items].sort(compare)
  const tied = ties(sorted, compare).flat()
  if (tied.length === 0) return sorted
  const orders = await reader.order(tied.map(documentOf))
  const orderOf = new Map(tied.map((item, i) => [item, orders[i] ?? 0]))
  return sorted.sort((a, b) => compare(a, b) || (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0))
}

/** The stretches of two and more sorted items that the comparison leaves equal. */
function ties<T>(sorted: readonly T[], compare: (a: T, b: T) => number): T[][] {
  const found: T[][] = []
  let tied: T[] = []
  for (const item of sorted) {
    const last = tied[0]
    if (last === undefined || compare(last, item) !== 0) {
      tied = [item]
      continue
    }
    tied.push(item)
    if (tied.length === 2) found.push(tied)
  }
  return found
}

async function keysFor(reader: IndexReader, { scores }: Placement, sort: Sort): Promise<Float64Array> {
  if (sort === 'score') return scores
  return Float64Array.from(sort === 'updated' ? await reader.updated() : await reader.uses())
}

/** The tiers of a few of the documents that are shown. */
function tiersOf({ tiers }: Placement, documents: readonly number[]): Map<number, Tier> {
  const wanted = new Set(documents)
  const found = new Map<number, Tier>()
  for (const [tier, all] of tiers)
    for (const document of all) if (wanted.has(document)) found.set(document, tier)
  return found
}

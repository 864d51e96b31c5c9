import type { Filters } from '../library/filter.js'
import { STATUSES, type Status } from '../model/case.js'
import type { IndexReader } from '../store/reader.js'
import type { Evaluation } from './evaluation.js'
import { allowedBy } from './filtering.js'
import { leastOfBest, leastOfBestIn } from './select.js'
import { Successors } from './successors.js'

/**
 * 1: to be relied on. 2: not released, or no longer: marked, and below every case of tier 1.
 * 3: archived: below every living case.
 */
export type Tier = 1 | 2 | 3

/** Which of the documents found are shown. */
export interface Placement {
  /** Tier → documents, in no promised order. */
  readonly tiers: ReadonlyMap<Tier, readonly number[]>
  /** By document number. */
  readonly scores: Float64Array
  /** Document → the superseded documents that led to it. */
  readonly via: ReadonlyMap<number, readonly number[]>
  /** False where so many superseded cases were found that only those near the top were followed. */
  readonly exact: boolean
}

const TIER_1: readonly Status[] = ['published', 'needs-review']
const TIER_2: readonly Status[] = ['draft', 'in-review']

/**
 * Superseded documents that are followed to their successors: all where they are few, else those
 * that may come among the hits wanted. Each may cost a look-up.
 */
const ALL_FOLLOWED = 8
const MAX_FOLLOWED = 256

export interface PlaceOptions {
  readonly filters: Filters
  readonly archived: boolean
  /** Documents that will be put in order; where it is left out, all may matter. */
  readonly count?: number
}

/**
 * Decides which documents are shown, and in which tier: a superseded case gives its place to its
 * successor; withdrawn ones show only to those who ask for that status, superseded ones themselves
 * likewise.
 */
export async function place(
  reader: IndexReader,
  { found, scores }: Pick<Evaluation, 'found' | 'scores'>,
  options: PlaceOptions,
): Promise<Placement> {
  const [statuses, allowed] = await Promise.all([reader.statuses(), allowedBy(reader, options.filters)])
  const asked = options.filters['status'] !== undefined
  const tierOf = tiersByStatus(options.archived, asked)
  const tiers = new Map<Tier, number[]>([1, 2, 3].map(tier => [tier as Tier, []]))
  const byStatus = tierOf.map(tier => (tier === undefined ? undefined : tiers.get(tier)))
  const superseded: number[] = []
  if (!asked) byStatus[SUPERSEDED] = superseded
  for (let i = 0; i < found.length; i++) {
    const document = found[i] as number
    const list = byStatus[statuses[document] as number]
    if (list === superseded || allowed === undefined || allowed[document] === 1) list?.push(document)
  }
  const followed = toFollow(superseded, tiers, scores, options.count)
  const placement = { tiers, scores, via: new Map(), exact: followed.length === superseded.length }
  if (followed.length === 0) return placement
  return follow(reader, placement, followed, { statuses, tierOf, allowed })
}

function toFollow(
  superseded: readonly number[],
  tiers: Placement['tiers'],
  scores: Float64Array,
  count = Number.POSITIVE_INFINITY,
): readonly number[] {
  if (superseded.length <= ALL_FOLLOWED) return superseded
  const needed = Math.max(
    leastOfBestIn([...tiers.values()], scores, count),
    leastOfBest(superseded, scores, MAX_FOLLOWED),
  )
  return superseded.filter(document => (scores[document] ?? 0) >= needed).slice(0, MAX_FOLLOWED)
}

const SUPERSEDED = STATUSES.indexOf('superseded')

/** By the position of a status; undefined for one that is not shown. */
function tiersByStatus(archived: boolean, asked: boolean): readonly (Tier | undefined)[] {
  return STATUSES.map(status => {
    if (archived) return asked || status !== 'withdrawn' ? 3 : undefined
    if (TIER_1.includes(status)) return 1
    return asked || TIER_2.includes(status) ? 2 : undefined
  })
}

interface Following {
  readonly statuses: Uint8Array
  readonly tierOf: readonly (Tier | undefined)[]
  readonly allowed: Uint8Array | undefined
}

async function follow(
  reader: IndexReader,
  { tiers, scores: own, exact }: Placement,
  superseded: readonly number[],
  { statuses, tierOf, allowed }: Following,
): Promise<Placement> {
  const scores = own.slice()
  const successors = new Successors(reader, statuses)
  const via = new Map<number, number[]>()
  const shown = new Uint8Array(own.length)
  for (const documents of tiers.values())
    for (let i = 0; i < documents.length; i++) shown[documents[i] as number] = 1
  const added = new Map<Tier, number[]>()
  const standIns = await Promise.all(superseded.map(document => successors.standIn(document)))
  for (const [i, document] of superseded.entries()) {
    const standIn = standIns[i] ?? document
    if (allowed !== undefined && allowed[standIn] !== 1) continue
    scores[standIn] = Math.max(scores[standIn] ?? 0, scores[document] ?? 0)
    // Without a successor to show, an outdated answer, marked, is better than none.
    const tier = tierOf[statuses[standIn] ?? 0] ?? 2
    if (shown[standIn] === 0) added.set(tier, [...(added.get(tier) ?? []), standIn])
    shown[standIn] = 1
    if (standIn !== document) via.set(standIn, [...(via.get(standIn) ?? []), document])
  }
  const joined = [...tiers].map(
    ([tier, documents]) => [tier, [...documents, ...(added.get(tier) ?? [])]] as const,
  )
  return { tiers: new Map(joined), scores, via, exact }
}

import { byCodeUnit } from '../lib/text.js'
import { type Filters, matches } from '../library/filter.js'
import type { Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from './document.js'
import type { Match } from './evaluate.js'
import type { OpenedIndex } from './opened.js'

/** A match in the place where it is shown. */
export interface Placed extends Match {
  /** 1: to be relied on. 2: not released, or no longer: marked, and below every case of tier 1. */
  readonly tier: 1 | 2
  /** The superseded cases that led here. */
  readonly via: readonly CaseId[]
}

const TIER_1: readonly Status[] = ['published', 'needs-review']
const TIER_2: readonly Status[] = ['draft', 'in-review']

/**
 * Decides which matches are shown, and where: a superseded case gives its place to its successor;
 * withdrawn and archived ones show only to those who ask for that status, superseded ones
 * themselves likewise. Scores stay as they are.
 */
export function place(opened: OpenedIndex, found: readonly Match[], filters: Filters): Placed[] {
  const asked = filters['status']
  const placed = new Map<IndexDocument, Placed>()
  for (const match of found) {
    const document = asked === undefined ? standIn(opened, match.document) : match.document
    if (document === undefined || !matches(document.facets, filters)) continue
    const via = document === match.document ? [] : [match.document.id]
    const same = placed.get(document)
    const tier = TIER_1.includes(document.status) ? 1 : 2
    placed.set(document, {
      document,
      tier,
      score: Math.max(match.score, same?.score ?? 0),
      terms: [...new Set([...(same?.terms ?? []), ...match.terms])],
      via: [...(same?.via ?? []), ...via].sort(byCodeUnit),
    })
  }
  return [...placed.values()]
}

/** The case to show for one that was found, or undefined for none. */
function standIn(opened: OpenedIndex, found: IndexDocument): IndexDocument | undefined {
  if (isVisible(found)) return found
  if (found.status !== 'superseded') return undefined
  const successor = successorOf(opened, found)
  // Without a successor to show, an outdated answer, marked, is better than none.
  return successor !== undefined && (isVisible(successor) || successor.status === 'superseded')
    ? successor
    : found
}

function isVisible({ status }: IndexDocument): boolean {
  return TIER_1.includes(status) || TIER_2.includes(status)
}

/** Follows `superseded_by` to its end. Undefined where a successor is missing or the way is a loop. */
function successorOf(opened: OpenedIndex, from: IndexDocument): IndexDocument | undefined {
  const seen = new Set<IndexDocument>([from])
  let current = from
  while (current.status === 'superseded' && current.supersededBy !== undefined) {
    const next = opened.find(current.supersededBy)
    if (next === undefined || seen.has(next)) return undefined
    seen.add(next)
    current = next
  }
  return current === from ? undefined : current
}

/** Tier, then score, then id. */
export function byScore(a: Placed, b: Placed): number {
  return a.tier - b.tier || b.score - a.score || byCodeUnit(a.document.id, b.document.id)
}

/** Tier, then the day of the last update, newest first, then id. */
export function byUpdate(a: Placed, b: Placed): number {
  const [newer, older] = [a.document.updated ?? '', b.document.updated ?? '']
  return a.tier - b.tier || byCodeUnit(older, newer) || byCodeUnit(a.document.id, b.document.id)
}

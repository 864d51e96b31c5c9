import { findCase, type Library } from '../library/library.js'
import type { Case, CaseFile, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { type Mention, placeOf, type RelationFinding } from './mention.js'
import { isRefused } from './refused.js'

/** The status `superseded` and a successor go together. */
export function* checkStatus(found: Case, file: CaseFile): Iterable<RelationFinding> {
  if (isRefused(file, '/status') || isRefused(file, '/superseded_by')) return
  const { status, supersededBy: successor, path } = found
  if (status === 'superseded' && successor === undefined) {
    yield { code: 'noSuccessor', args: {}, path, at: placeOf(found, '/status') }
  } else if (status !== 'superseded' && successor !== undefined) {
    const at = placeOf(found, '/superseded_by')
    yield { code: 'notSuperseded', args: { status, successor }, path, at }
  }
}

/** Most cases of a circle that are named. */
const MOST_NAMED = 5

/**
 * A case named in `supersedes` names its successor, and does not supersede it in turn.
 * @param loops the cases that supersede each other in a circle, each with its circle
 */
export function* checkPredecessor(
  { place }: Mention,
  found: Case,
  other: Case,
  loops: ReadonlyMap<Case, readonly CaseId[]>,
): Iterable<RelationFinding> {
  const { id, path, status } = found
  const successor = other.supersededBy
  if (successor === id) return
  const loop = loops.get(found)
  if (loop !== undefined && loop === loops.get(other)) {
    const members = loop.slice(0, MOST_NAMED).join(', ') + (loop.length > MOST_NAMED ? ', …' : '')
    yield { code: 'supersedesLoop', args: { other: other.id, members }, path, at: place() }
    return
  }
  const at = place()
  // Before it is published the old case is still in force, and rightly does not point here.
  const mild = status === 'draft' || status === 'in-review' ? { severity: 'warning' as const } : {}
  if (successor === undefined) {
    yield { code: 'notSupersededBy', args: { id, other: other.id, path: other.path }, path, at, ...mild }
  } else yield { code: 'otherSuccessor', args: { other: other.id, successor }, path, at, ...mild }
}

const NOT_IN_FORCE: ReadonlySet<Status> = new Set<Status>(['draft', 'archived', 'withdrawn'])

/** Longest chain of successors that is followed. */
const LONGEST_CHAIN = 50

/** The case named in `superseded_by` lists the old one, is in force, and does not lead back to it. */
export function* checkSuccessor(
  { place }: Mention,
  found: Case,
  other: Case,
  library: Library,
): Iterable<RelationFinding> {
  const { id, path } = found
  if (!other.supersedes.includes(id)) {
    yield { code: 'notSupersedes', args: { id, other: other.id, path: other.path }, path, at: place() }
  }
  if (other.sound && NOT_IN_FORCE.has(other.status)) {
    const args = { other: other.id, status: other.status }
    yield { code: 'successorStatus', args, path, at: place(), severity: 'warning' }
  }
  const chain = [id]
  for (let next: Case | undefined = other; next !== undefined && !chain.includes(next.id); ) {
    if (chain.length > LONGEST_CHAIN) return
    chain.push(next.id)
    if (next.supersededBy === id)
      yield { code: 'loop', args: { chain: [...chain, id].join(' → ') }, path, at: place() }
    next = next.supersededBy === undefined ? undefined : findCase(library, next.supersededBy)
  }
}

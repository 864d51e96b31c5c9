import { findCase, type Library } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
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

/** A case named in `supersedes` names its successor. */
export function* checkPredecessor(
  { at }: Mention,
  { id, path, status }: Case,
  other: Case,
): Iterable<RelationFinding> {
  const successor = other.supersededBy
  if (successor === id) return
  // Before it is published the old case is still in force, and rightly does not point here.
  const mild = status === 'draft' || status === 'in-review' ? { severity: 'warning' as const } : {}
  if (successor === undefined) {
    yield { code: 'notSupersededBy', args: { id, other: other.id, path: other.path }, path, at, ...mild }
  } else yield { code: 'otherSuccessor', args: { other: other.id, successor }, path, at, ...mild }
}

/** The case named in `superseded_by` lists the old one, is in force, and does not lead back to it. */
export function* checkSuccessor(
  { at }: Mention,
  found: Case,
  other: Case,
  library: Library,
): Iterable<RelationFinding> {
  const { id, path } = found
  if (!other.supersedes.includes(id)) {
    yield { code: 'notSupersedes', args: { id, other: other.id, path: other.path }, path, at }
  }
  if (other.sound && (other.status === 'draft' || other.status === 'withdrawn')) {
    const args = { other: other.id, status: other.status }
    yield { code: 'successorStatus', args, path, at, severity: 'warning' }
  }
  const chain = [id]
  for (let next: Case | undefined = other; next !== undefined && !chain.includes(next.id); ) {
    chain.push(next.id)
    if (next.supersededBy === id)
      yield { code: 'loop', args: { chain: [...chain, id].join(' → ') }, path, at }
    next = next.supersededBy === undefined ? undefined : findCase(library, next.supersededBy)
  }
}

import type { Case } from '../model/case.js'

/** True for a case that somebody works by or soon will: neither archived nor superseded nor withdrawn. */
export function isLiving({ archived, status }: Case): boolean {
  return !archived && status !== 'archived' && status !== 'superseded' && status !== 'withdrawn'
}

/** True where one of two cases says that it takes the other's place, or has given its place to it. */
export function isSuperseding(a: Case, b: Case): boolean {
  return (
    a.supersedes.includes(b.id) ||
    b.supersedes.includes(a.id) ||
    a.supersededBy === b.id ||
    b.supersededBy === a.id
  )
}

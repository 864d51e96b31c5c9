import { byCodeUnit } from '../lib/text.js'
import type { Case } from '../model/case.js'

/** Another case that a finding names, and how much it matters. */
export interface OtherCase {
  readonly other: Case
  /** The greater, the sooner it is named. */
  readonly rank: number
  /** What is said of it, behind its path. */
  readonly remark?: string
}

/** Most cases that one finding names. */
const MOST_NAMED = 3

/** The cases that matter most: their ids, and in the same order where they stand. */
export function nameOthers(others: readonly OtherCase[]): { ids: string; where: string } {
  const sorted = [...others].sort((a, b) => b.rank - a.rank || byCodeUnit(a.other.path, b.other.path))
  const named = sorted.slice(0, MOST_NAMED)
  const places = named.map(({ other, remark }) =>
    remark === undefined ? other.path : `${other.path}, ${remark}`,
  )
  return { ids: named.map(({ other }) => other.id).join(', '), where: places.join('; ') }
}

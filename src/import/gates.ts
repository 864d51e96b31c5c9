import type { Tally } from './tally.js'

/** A measure that an import must reach before anything is written. */
export interface Gate {
  readonly id: 'success' | 'required' | 'links' | 'values'
  /** What was reached, 0 to 1. */
  readonly share: number
  /** What is asked for. */
  readonly least: number
  readonly passed: boolean
  readonly part: number
  readonly whole: number
}

/** Of the rows that should become cases, the share that does. */
const SUCCESS = 0.998
/** Of the values that were mapped to fields, the share that may not have been taken over. */
const MOST_FAULTY = 0.005

/**
 * The gates of an import: rows that become cases or are accounted for, ≥ 99.8 %; cases whose required
 * parts are given or marked, all; links kept, all; values taken over as their fields, ≥ 99.5 %.
 */
export function gatesOf(tally: Tally): Gate[] {
  const { rows, counts, values, faultyValues, links, lostLinks, unmarked } = tally
  return [
    gate('success', rows - counts.error, rows, SUCCESS),
    gate('required', counts.case - unmarked, counts.case, 1),
    gate('links', links - lostLinks, links, 1),
    gate('values', values - faultyValues, values, 1 - MOST_FAULTY),
  ]
}

function gate(id: Gate['id'], part: number, whole: number, least: number): Gate {
  const share = whole === 0 ? 1 : part / whole
  // 0.995 is no number of two digits: a share that is just reached counts.
  return { id, share, least, passed: share >= least - 1e-12, part, whole }
}

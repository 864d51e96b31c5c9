import type { Day } from '../../lib/day.js'
import type { DueCase } from '../../review/due.js'
import type { Exception } from '../../review/exceptions.js'

/** What is to be read again: the outcome, and the room that a table has. */
export interface DueReport {
  readonly run: {
    readonly today: Day
    readonly last: Day
    readonly cases: readonly DueCase[]
    readonly expired: readonly Exception[]
  }
  /** Cells of the screen; without it nothing is cut. */
  readonly width?: number | undefined
}

import type { Day } from '../lib/day.js'

/** A ticket as a line of an export tells it. */
export interface TicketRow {
  readonly ref: string
  readonly title: string
  readonly text: string
  /** True where the status says so, or there is no status at all. */
  readonly closed: boolean
  readonly opened?: Day
  readonly closedOn?: Day
  readonly product?: string
  /** Solved at the first contact. */
  readonly first?: boolean
  /** Satisfaction, as the export counts it. */
  readonly csat?: number
}

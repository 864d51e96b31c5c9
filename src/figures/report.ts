import type { FoldedFeedback } from '../feedback/fold.js'
import type { Day } from '../lib/day.js'
import type { Message } from '../lib/message.js'
import type { Library } from '../library/library.js'
import type { CaseId } from '../model/case-id.js'
import type { TicketRow } from '../model/ticket-row.js'
import type { DueCase } from '../review/due.js'

export const REPORTS = ['health', 'coverage', 'feedback', 'stale', 'contributors', 'loop', 'digest'] as const
export type ReportName = (typeof REPORTS)[number]

/** What cases are grouped by. */
export const GROUPINGS = ['product', 'owner', 'industry'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** How a number is to be read: how many, a share from 0 to 1, stars from 1 to 5, days. */
export type Unit = 'count' | 'share' | 'stars' | 'days'

/** One figure of a report. */
export interface Figure {
  /** As programs know it: `cases_due`. */
  readonly id: string
  readonly label: Message
  /** Undefined where nothing tells it. */
  readonly value: number | undefined
  readonly unit: Unit
}

export interface ReportColumn {
  readonly id: string
  readonly title: Message
  readonly unit?: Unit
  /** Drawn as bars too; at most one a table. */
  readonly bar?: boolean
}

/** A term of the taxonomy: programs read its id, people its label. */
export interface TermCell {
  readonly id: string
  readonly label: Message
}

export type ReportCell = string | number | Message | TermCell | undefined

export interface ReportTable {
  readonly id: string
  readonly title: Message
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
}

/** A report as data; reporters make text of it. */
export interface Report {
  readonly name: ReportName
  readonly title: Message
  readonly day: Day
  readonly after?: Day | undefined
  readonly figures: readonly Figure[]
  readonly tables: readonly ReportTable[]
}

/** What review says of a case. */
export interface ReviewState {
  readonly due: DueCase | undefined
  /** Roles whose approval is of another text. */
  readonly stale: readonly string[]
}

/** How many of a set of questions the library answers among the first five. */
export interface Coverage {
  readonly set: string
  readonly groups: readonly { readonly name: string; readonly asked: number; readonly answered: number }[]
  readonly asked: number
  readonly answered: number
  readonly questions: readonly Question[]
  /** The same questions asked of the library of an earlier day; undefined where git has none of then. */
  readonly before?: { readonly answered: number; readonly questions: readonly Question[] } | undefined
}

/** One question of a set. */
export interface Question {
  readonly text: string
  /** Cases that answer it. */
  readonly expect: readonly CaseId[]
  /** Whether one of them is among the first five. */
  readonly answered: boolean
}

/** Everything that reports are made from. What only some ask for may be missing. */
export interface ReportInput {
  readonly library: Library
  readonly review: ReadonlyMap<string, ReviewState>
  readonly feedback: FoldedFeedback
  readonly today: Day
  readonly after?: Day | undefined
  readonly by?: Grouping | undefined
  /** Undefined where searches are not kept. */
  readonly searches?: { readonly all: number; readonly withoutHits: number } | undefined
  readonly coverage?: Coverage | undefined
  /** Case → the name of who wrote it first. */
  readonly authors?: ReadonlyMap<string, string> | undefined
  readonly tickets?: readonly TicketRow[] | undefined
  /** Tickets that a case came from or was used for, upper case. */
  readonly known?: ReadonlySet<string> | undefined
}

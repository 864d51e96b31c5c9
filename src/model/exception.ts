import type { Day } from '../lib/day.js'
import type { Audience, CaseFile, FieldPlace, Pointer } from './case.js'
import type { CaseId } from './case-id.js'
import type { Person } from './review.js'

/** For a time and a reason, a case need not have what it else must: `exceptions/<ID>/<day>-<kind>-<random>.yml`. */
export interface ExceptionRecord {
  readonly case: CaseId
  /** `review`: some roles need not have approved. `visibility`: a wider audience may see the case. */
  readonly kind: 'review' | 'visibility'
  /** Of an exception from review. */
  readonly roles?: readonly string[]
  /** Of a grant of visibility. */
  readonly audience?: Exclude<Audience, 'internal'>
  readonly approver: Person
  readonly day: Day
  /** The last day on which it holds. */
  readonly until: Day
  readonly reason: string
}

/** A file below `exceptions/`: its record as far as it could be read, and its problems. */
export interface ExceptionFile extends Omit<CaseFile, 'case'> {
  readonly record?: ExceptionRecord
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
}

import type { CaseId } from '../model/case-id.js'
import type { DatumType } from '../model/personal-data.js'
import type { DraftFacts, DraftFault, FaultyValue } from './drafting.js'
import type { RowFault } from './row.js'
import type { ValueFault } from './values.js'

/**
 * What became of a row. `known`: its case is there already. `same`: an earlier row of the export has
 * its reference or says the very same. `near`: set aside, since another case says nearly the same.
 * `left`: not among the rows that were asked for.
 */
export const OUTCOMES = ['case', 'known', 'same', 'near', 'left', 'error'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a row is an error: it could not be read, gives no case, or its case would not be sound. */
export type RowError = RowFault | DraftFault | 'unsound' | 'too-large' | 'occupied'

/** A row that became no case, with what it is like where that is the reason. */
export interface RowRemark {
  readonly number: number
  readonly place: string
  readonly outcome: Outcome
  readonly error?: RowError
  /** The case that is there, or the one that an earlier row becomes. */
  readonly other?: CaseId
  /** 0 to 1, of `near`. */
  readonly likeness?: number
}

/** Values of one column that one field did not take. */
export interface FaultyColumn {
  readonly column: string
  readonly target: string
  readonly fault: ValueFault
  count: number
  /** A few of them, masked. */
  readonly words: string[]
}

/** Most remarks that are kept; all are counted. */
const MOST_REMARKS = 10_000
const MOST_WORDS = 10

/** Counts what an import does, row by row. */
export class Tally {
  readonly counts: Record<Outcome, number> = { case: 0, known: 0, same: 0, near: 0, left: 0, error: 0 }
  readonly errors = new Map<RowError, number>()
  readonly remarks: RowRemark[] = []
  readonly faulty = new Map<string, FaultyColumn>()
  readonly incomplete = new Map<string, number>()
  readonly masked = new Map<DatumType, number>()
  rows = 0
  values = 0
  faultyValues = 0
  links = 0
  lostLinks = 0
  files = 0
  maskedRows = 0
  complete = 0
  /** Rows that lack what must be there and do not say so; none, or casectl is at fault. */
  unmarked = 0

  remark(remark: RowRemark): void {
    this.rows++
    this.counts[remark.outcome]++
    if (remark.error !== undefined) this.errors.set(remark.error, (this.errors.get(remark.error) ?? 0) + 1)
    if (this.remarks.length < MOST_REMARKS) this.remarks.push(remark)
  }

  draft(draft: DraftFacts): void {
    this.rows++
    this.counts.case++
    this.values += draft.values
    this.faultyValues += draft.faults.length
    this.links += draft.links.links
    this.lostLinks += draft.links.lost
    this.files += draft.files.length
    if (draft.incomplete.length === 0) this.complete++
    if (draft.masked.size > 0) this.maskedRows++
    for (const name of draft.incomplete) this.incomplete.set(name, (this.incomplete.get(name) ?? 0) + 1)
    for (const [type, count] of draft.masked) this.masked.set(type, (this.masked.get(type) ?? 0) + count)
    for (const fault of draft.faults) this.#fault(fault)
  }

  /** A draft that was counted as a case and is set aside after all. */
  setAside(remark: RowRemark): void {
    this.counts.case--
    this.rows--
    this.remark(remark)
  }

  #fault({ column, target, fault, word }: FaultyValue): void {
    const key = `${column}\0${target}\0${fault}`
    const found = this.faulty.get(key)
    if (found === undefined)
      this.faulty.set(key, { column, target, fault, count: 1, words: word === '' ? [] : [word] })
    else {
      found.count++
      if (word !== '' && found.words.length < MOST_WORDS && !found.words.includes(word))
        found.words.push(word)
    }
  }
}

import { isRecord, type LintOutcome, type LintRead, type LintTask, type SameFile } from './lint-reader.js'
import { decodeRecords, type EncodedRecords, encodeRecords } from './lint-record.js'

/**
 * Outcomes on their way to the thread that puts them together. Those of that thread itself go the same
 * way: what is read out of a file is a piece of its text, and would keep the whole text in memory.
 */
export interface LintBatch {
  readonly records: EncodedRecords
  /** Files that are as they were. */
  readonly same: readonly SameFile[]
  /** Files that the thread that puts all together is to read. */
  readonly left: readonly LintTask[]
}

export function batchOf({ outcomes, left }: LintRead): LintBatch {
  const records = encodeRecords(outcomes.filter(isRecord))
  return { records, same: outcomes.flatMap(outcome => (isRecord(outcome) ? [] : [outcome])), left }
}

export function outcomesOf({ records, same }: LintBatch): readonly LintOutcome[] {
  return [...decodeRecords(records), ...same]
}

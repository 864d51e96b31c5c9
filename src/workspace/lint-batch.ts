import { isRecord, type LintOutcome, type LintRead, type LintTask, type SameFile } from './lint-reader.js'
import {
  decodeRecords,
  type EncodedRecords,
  encodeRecords,
  type FileRecord,
  isQuietRecord,
  type QuietRecords,
  quietRecords,
} from './lint-record.js'

/**
 * Outcomes on their way to the thread that puts them together. Those of that thread itself go the same
 * way: what is read out of a file is a piece of its text, and would keep the whole text in memory.
 */
export interface LintBatch {
  readonly records: EncodedRecords
  /** Most of a run that keeps nothing. */
  readonly quiet: QuietRecords
  /** Files that are as they were. */
  readonly same: readonly SameFile[]
  /** Files that the thread that puts all together is to read. */
  readonly left: readonly LintTask[]
}

export function batchOf({ outcomes, left }: LintRead): LintBatch {
  const quiet: string[] = []
  const others: FileRecord[] = []
  const same: SameFile[] = []
  for (const outcome of outcomes) {
    if (!isRecord(outcome)) same.push(outcome)
    else if (isQuietRecord(outcome)) quiet.push(outcome.path, outcome.kept?.id ?? '')
    else others.push(outcome)
  }
  return { records: encodeRecords(others), quiet, same, left }
}

export function outcomesOf({ records, quiet, same }: LintBatch): readonly LintOutcome[] {
  return [...decodeRecords(records), ...quietRecords(quiet), ...same]
}

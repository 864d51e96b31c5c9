import { isRecord, type LintOutcome } from './lint-reader.js'
import { decodeRecords, type EncodedRecords, encodeRecords } from './lint-record.js'

/**
 * Outcomes on their way to the thread that puts them together. Those of that thread itself go the same
 * way: what is read out of a file is a piece of its text, and would keep the whole text in memory.
 */
export interface LintBatch {
  readonly records: EncodedRecords
  /** Files that are as they were. */
  readonly same: readonly Exclude<LintOutcome, { readonly judgement: unknown }>[]
}

export function batchOf(outcomes: readonly LintOutcome[]): LintBatch {
  const records = encodeRecords(outcomes.filter(isRecord))
  return { records, same: outcomes.flatMap(outcome => (isRecord(outcome) ? [] : [outcome])) }
}

export function outcomesOf({ records, same }: LintBatch): readonly LintOutcome[] {
  return [...decodeRecords(records), ...same]
}

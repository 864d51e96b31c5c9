import type { RepoPath } from '../model/case.js'
import { baseName } from '../model/repo-path.js'
import type { CarryRecord, ReviewFile, ReviewRecord } from '../model/review.js'
import { fixedCheck } from './fixed-check.js'
import type { CaseInput } from './parse-case.js'
import { type RecordForm, readRecord, readRecordText } from './read-record.js'

const FORM: RecordForm = {
  validate: fixedCheck('review'),
  known: [
    ...['version', 'case', 'role', 'verdict', 'reviewer', 'day', 'digest', 'scores', 'comment', 'withdraws'],
  ],
  name: '(review)',
}

const CARRY: RecordForm = {
  validate: fixedCheck('carry'),
  known: ['version', 'case', 'command', 'arguments', 'by', 'day', 'from', 'to'],
  name: '(carry-over)',
}

/**
 * Bytes of a file below `reviews/` → its review, or its carry-over where its name begins so. Never
 * throws: whatever is wrong is a problem of the file.
 */
export function readReview(input: CaseInput): ReviewFile {
  if (isCarryName(input.path)) {
    const { record, ...file } = readRecord<CarryRecord>(input, CARRY)
    return record === undefined ? file : { ...file, carry: record }
  }
  return readRecord<ReviewRecord>(input, FORM)
}

/** The same from text. */
export function readReviewText(path: RepoPath, text: string): ReviewFile {
  return readRecordText<ReviewRecord>(path, text, FORM)
}

/** True for the name of a carry-over: reviews begin with their day. */
export function isCarryName(path: RepoPath): boolean {
  return baseName(path).startsWith('carry-')
}

import type { RepoPath } from '../model/case.js'
import type { ReviewFile, ReviewRecord } from '../model/review.js'
import type { CaseInput } from './parse-case.js'
import { type RecordForm, readRecord, readRecordText } from './read-record.js'
import { validateReview } from './schema.js'

const FORM: RecordForm = {
  validate: validateReview,
  known: [
    ...['version', 'case', 'role', 'verdict', 'reviewer', 'day', 'digest', 'scores', 'comment', 'withdraws'],
  ],
  name: '(review)',
}

/** Bytes of a review file → its record. Never throws: whatever is wrong is a problem of the file. */
export function readReview(input: CaseInput): ReviewFile {
  return readRecord<ReviewRecord>(input, FORM)
}

/** The same from text. */
export function readReviewText(path: RepoPath, text: string): ReviewFile {
  return readRecordText<ReviewRecord>(path, text, FORM)
}

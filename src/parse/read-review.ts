import { fill } from '../lib/message.js'
import type { Problem, RepoPath } from '../model/case.js'
import type { ReviewFile, ReviewRecord } from '../model/review.js'
import { decodeCase } from './decode.js'
import type { CaseInput } from './parse-case.js'
import { validateReview } from './schema.js'
import { readSettings } from './settings.js'

/** Largest review file, in bytes: ten thousand characters of comment are 30 KB. */
export const MAX_REVIEW_BYTES: number = 64 * 1024

const KNOWN = [
  ...['version', 'case', 'role', 'verdict', 'reviewer', 'day', 'digest', 'scores', 'comment', 'withdraws'],
]

/** Bytes of a review file → its record. Never throws: whatever is wrong is a problem of the file. */
export function readReview(input: CaseInput): ReviewFile {
  const { path } = input
  if ('problem' in input) return unread(path, '', [input.problem])
  const decoded = decodeCase(input.bytes)
  if (decoded.problem !== undefined) return unread(path, '', [decoded.problem])
  return readReviewText(path, decoded.text)
}

/** The same from text. */
export function readReviewText(path: RepoPath, text: string): ReviewFile {
  const read = readSettings<ReviewRecord>(text, validateReview, KNOWN)
  if (read.value === undefined) return unread(path, text, read.problems.map(worded))
  return { path, text, record: read.value, fields: read.fields, problems: [] }
}

function unread(path: RepoPath, text: string, problems: readonly Problem[]): ReviewFile {
  return { path, text, fields: new Map(), problems }
}

// The words of front matter, which a review has none of.
function worded(found: Problem): Problem {
  const args = { ...found.args }
  for (const [name, value] of Object.entries(args)) if (value === '(front matter)') args[name] = '(review)'
  return { ...found, message: fill(found.message, args), args }
}

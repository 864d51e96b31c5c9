import type { ReviewFile } from '../model/review.js'
import { recordName } from './record-path.js'
import type { Review } from './standing.js'

/** The reviews that nobody has taken back yet. */
export function withdrawable(files: readonly ReviewFile[]): Review[] {
  const reviews = files.flatMap((file): Review[] =>
    file.record === undefined ? [] : [{ file, record: file.record }],
  )
  const taken = new Set(reviews.map(({ record }) => record.withdraws))
  return reviews.filter(
    ({ file, record }) => record.verdict !== 'withdraw' && !taken.has(recordName(file.path)),
  )
}

import { readFiles } from '../io/read-files.js'
import { listFiles } from '../io/scan.js'
import type { CaseId } from '../model/case-id.js'
import type { ReviewFile } from '../model/review.js'
import { MAX_RECORD_BYTES } from '../parse/read-record.js'
import { readReview } from '../parse/read-review.js'
import { idOfRecord, REVIEWS } from '../review/record-path.js'
import { toInput } from './case-input.js'

/**
 * Reads the reviews of a library, by path. Whatever is wrong with one is a problem of that one.
 * @param ids only the reviews of these cases; all where left out
 */
export async function readReviews(root: string, ids?: ReadonlySet<CaseId>): Promise<ReviewFile[]> {
  const paths = listFiles(root, [REVIEWS], /\.yml$/i)
  const wanted = ids === undefined ? paths : paths.filter(path => ids.has(idOfRecord(path) ?? ''))
  const read = await readFiles(root, wanted, MAX_RECORD_BYTES)
  return read.map(result => readReview(toInput(result, MAX_RECORD_BYTES)))
}

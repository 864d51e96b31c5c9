import type { GitObjects } from '../io/git-objects.js'
import type { CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { ReviewRecord } from '../model/review.js'
import { quickReview } from '../parse/quick-review.js'
import { readReviewText } from '../parse/read-review.js'
import type { AuditApproval } from '../review/audit-entry.js'
import { personKey } from '../review/policy.js'
import { REVIEWS, readRecordPath } from '../review/record-path.js'

/** Reads the approvals that a commit holds of what a case says there. */
export class AuditApprovals {
  readonly #objects: GitObjects
  readonly #prefix: string
  readonly #digestOf: (file: Pick<CaseFile, 'path' | 'text'>) => Promise<string | undefined>
  /** Blob → record: a review never changes, and stands in every later commit. */
  readonly #records = new Map<string, Promise<ReviewRecord | undefined>>()

  /** @param prefix of the library in its repository, '' for the top */
  constructor(objects: GitObjects, prefix: string, digestOf: AuditApprovals['digest']) {
    this.#objects = objects
    this.#prefix = prefix === '' ? '' : `${prefix}/`
    this.#digestOf = digestOf
  }

  get digest(): (file: Pick<CaseFile, 'path' | 'text'>) => Promise<string | undefined> {
    return this.#digestOf
  }

  /** @param file the case at the commit */
  async of(commit: string, id: CaseId, file: Pick<CaseFile, 'path' | 'text'>): Promise<AuditApproval[]> {
    const tree = await this.#objects.read(`${commit}:${this.#prefix}${REVIEWS}/${id}`)
    if (tree?.type !== 'tree' || tree.bytes === undefined) return []
    const records: { path: string; record: ReviewRecord }[] = []
    for (const { name, object } of treeEntries(tree.bytes, commit.length / 2)) {
      const path = `${REVIEWS}/${id}/${name}`
      if (readRecordPath(path) === undefined) continue
      const record = await this.record(path, object)
      if (record !== undefined && record.case === id) records.push({ path, record })
    }
    const approvals = records.filter(
      ({ record }) => record.verdict === 'approve' && record.digest !== undefined,
    )
    if (approvals.length === 0) return []
    const digest = await this.#digestOf(file)
    return approvals
      .filter(({ path, record }) => record.digest === digest && !isWithdrawn(path, record, records))
      .map(({ path, record }) => ({ role: record.role, reviewer: record.reviewer, day: record.day, path }))
  }

  /** The record of a review file. */
  record(path: string, blob: string): Promise<ReviewRecord | undefined> {
    const known = this.#records.get(blob)
    if (known !== undefined) return known
    const read = this.#objects.read(blob).then(found => {
      const text = found?.type === 'blob' ? found.bytes?.toString('utf8') : undefined
      return text === undefined ? undefined : (quickReview(text) ?? readReviewText(path, text).record)
    })
    this.#records.set(blob, read)
    return read
  }
}

function isWithdrawn(
  path: string,
  { reviewer }: ReviewRecord,
  records: readonly { readonly record: ReviewRecord }[],
): boolean {
  return records.some(({ record }) => {
    const named = record.verdict === 'withdraw' && path.endsWith(`/${record.withdraws ?? ''}`)
    return named && personKey(record.reviewer) === personKey(reviewer)
  })
}

/** The entries of a tree object: `<mode> <name> NUL <object name>`. */
function* treeEntries(bytes: Buffer, width: number): Iterable<{ name: string; object: string }> {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, space)
    if (space === -1 || end === -1) return
    yield {
      name: bytes.toString('utf8', space + 1, end),
      object: bytes.toString('hex', end + 1, end + 1 + width),
    }
    at = end + 1 + width
  }
}

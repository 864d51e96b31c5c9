import type { GitObject, GitObjects } from '../io/git-objects.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { ReviewRecord } from '../model/review.js'
import { quickReview } from '../parse/quick-review.js'
import { readReviewText } from '../parse/read-review.js'
import type { AuditApproval } from '../review/audit-entry.js'
import { personKey } from '../review/policy.js'
import { REVIEWS, readRecordPath } from '../review/record-path.js'
import { textDigest } from './case-digest.js'

/** What a case says in a commit. */
export interface Statement {
  readonly commit: string
  readonly id: CaseId
  /** Of the file. */
  readonly text: string
}

/** A file in a folder of reviews. */
interface ReviewFile {
  readonly path: RepoPath
  readonly blob: string | undefined
}

/** Reads the approvals that a commit holds of what a case says there. */
export class AuditApprovals {
  readonly #objects: GitObjects
  readonly #prefix: string
  /** Blob → record: a review never changes, and stands in every later commit. */
  readonly #records = new Map<string, ReviewRecord | undefined>()

  /** @param prefix of the library in its repository, '' for the top */
  constructor(objects: GitObjects, prefix: string) {
    this.#objects = objects
    this.#prefix = prefix === '' ? '' : `${prefix}/`
  }

  /** The approvals of each statement in its own commit. */
  async ofAll(statements: readonly Statement[]): Promise<AuditApproval[][]> {
    const names = statements.map(({ commit, id }) => `${commit}:${this.#prefix}${REVIEWS}/${id}`)
    const trees = await this.#objects.readAll(names)
    const files = statements.map(({ commit, id }, i) => [...reviewFiles(trees[i], id, commit.length / 2)])
    await this.records(files.flat())
    return statements.map((statement, i) => this.#approvals(statement, files[i] ?? []))
  }

  #approvals({ id, text }: Statement, files: readonly ReviewFile[]): AuditApproval[] {
    const records = files.flatMap(({ path, blob = '' }) => {
      const record = this.#records.get(blob)
      return record?.case === id ? [{ path, record }] : []
    })
    const approvals = records.filter(
      ({ record }) => record.verdict === 'approve' && record.digest !== undefined,
    )
    if (approvals.length === 0) return []
    const digest = textDigest(text)
    return approvals
      .filter(({ path, record }) => record.digest === digest && !isWithdrawn(path, record, records))
      .map(({ path, record }) => ({ role: record.role, reviewer: record.reviewer, day: record.day, path }))
  }

  /** The records of review files, by their blobs. */
  async records(files: readonly ReviewFile[]): Promise<ReadonlyMap<string, ReviewRecord | undefined>> {
    const known = this.#records
    const unknown = new Map<string, RepoPath>()
    for (const { path, blob } of files) {
      if (blob !== undefined && !known.has(blob) && !unknown.has(blob)) unknown.set(blob, path)
    }
    const found = await this.#objects.readAll([...unknown.keys()])
    for (const [i, [blob, path]] of [...unknown].entries()) {
      const text = found[i]?.type === 'blob' ? found[i].bytes?.toString('utf8') : undefined
      const record = text === undefined ? undefined : (quickReview(text) ?? readReviewText(path, text).record)
      known.set(blob, record)
    }
    return known
  }
}

/** The reviews in a tree object. */
function* reviewFiles(tree: GitObject | undefined, id: CaseId, width: number): Iterable<ReviewFile> {
  if (tree?.type !== 'tree' || tree.bytes === undefined) return
  for (const { name, object } of treeEntries(tree.bytes, width)) {
    const path = `${REVIEWS}/${id}/${name}`
    if (readRecordPath(path) !== undefined) yield { path, blob: object }
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

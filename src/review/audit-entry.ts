import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { CommitFacts } from '../model/commit.js'
import type { Person, ReviewRecord } from '../model/review.js'
import type { CaseVersion } from './case-version.js'
import { type Comparison, compareVersions } from './compare-versions.js'

export type AuditAction = 'added' | 'removed' | 'moved' | 'changed' | 'reviewed'

/** A review file that a commit touched. */
export interface TouchedReview {
  readonly path: RepoPath
  readonly how: 'added' | 'edited' | 'removed'
  /** As it is after the commit, or was before its removal; undefined where it cannot be read. */
  readonly record: ReviewRecord | undefined
}

/** An approval of exactly what a case said at a commit, in that commit. */
export interface AuditApproval {
  readonly role: string
  readonly reviewer: Person
  readonly day: string
  readonly path: RepoPath
}

/** What one commit did to one case. */
export class AuditEntry {
  /** '' where no side can be read and no name tells it. */
  readonly id: CaseId
  readonly before: CaseVersion | undefined
  readonly after: CaseVersion | undefined
  readonly reviews: readonly TouchedReview[]
  readonly approvals: readonly AuditApproval[]
  #comparison: Comparison | undefined

  constructor(entry: Pick<AuditEntry, 'id' | 'before' | 'after' | 'reviews' | 'approvals'>) {
    this.id = entry.id
    this.before = entry.before
    this.after = entry.after
    this.reviews = entry.reviews
    this.approvals = entry.approvals
  }

  get action(): AuditAction {
    const { before, after } = this
    if (before === undefined) return after === undefined ? 'reviewed' : 'added'
    if (after === undefined) return 'removed'
    return before.path === after.path ? 'changed' : 'moved'
  }

  /** What differs, worked out when it is asked for. */
  get comparison(): Comparison {
    this.#comparison ??= compareVersions(this.before, this.after)
    return this.#comparison
  }
}

/** A commit, with an entry for each case that it touches. */
export interface AuditedCommit extends CommitFacts {
  readonly entries: readonly AuditEntry[]
}

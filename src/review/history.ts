import type { Message } from '../lib/message.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Person } from '../model/review.js'

/** What git says of a commit's signature: the letter of `%G?` (git-log(1)), and who signed. */
export interface Signature {
  readonly status: string
  /** Address of the signer; '' where git names none. */
  readonly signer: string
}

/** The commit that added a review. */
export interface AddedBy {
  /** The full object name. */
  readonly commit: string
  readonly author: Person
  /** True where the same commit changes the case, or adds reviews of several people. */
  readonly mixed: boolean
  /** Only where it was asked for. */
  readonly signature?: Signature
}

/** A review that a commit changed or removed. */
export interface Tampering {
  readonly path: RepoPath
  readonly how: 'edited' | 'removed'
  readonly commit: string
}

/** Why a carry-over does not hold. */
export interface CarryFault {
  /**
   * `carry-fails`: the command cannot be run on what was before. `carry-other-from`, `carry-other-to`:
   * the case was, or becomes, another text. `carry-meaning`: the command changes what the case means.
   */
  readonly code: 'carry-fails' | 'carry-other-from' | 'carry-other-to' | 'carry-meaning'
  /** The full name of the commit that added it. */
  readonly commit: string
  /** What the command said. */
  readonly reason?: Message
}

/** What the commits of a pull request say. */
export interface History {
  /** The reviews that the pull request adds, and by which commit. */
  readonly added: ReadonlyMap<RepoPath, AddedBy>
  readonly tampered: readonly Tampering[]
  /** Of the carry-overs that it adds, those that do not hold, and why. */
  readonly broken: ReadonlyMap<RepoPath, CarryFault>
  /** Those whose commits changed what a case says, by address. */
  readonly authors: ReadonlyMap<CaseId, ReadonlySet<string>>
  /** Digests of what cases said at earlier commits. */
  readonly former: ReadonlyMap<CaseId, ReadonlySet<string>>
  /** Addresses and logins that the forge says have approved a commit that holds a review as it is; undefined without such a list. */
  readonly vouched?: ((path: RepoPath) => ReadonlySet<string>) | undefined
}

/** Commits as people read them. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 12)
}

/** Who and when, as a commit says it. */
export interface Stamp {
  readonly name: string
  readonly email: string
  /** ISO 8601 with the zone of whoever made it: `2026-11-28T21:04:00+08:00`. */
  readonly time: string
}

/** What a commit says of itself. */
export interface CommitFacts {
  /** The full object name. */
  readonly commit: string
  readonly parents: readonly string[]
  readonly author: Stamp
  readonly committer: Stamp
  /** The letter of `%G?` (git-log(1)), and the address of who signed; `N` where it was not asked for. */
  readonly signature: { readonly status: string; readonly signer: string }
}

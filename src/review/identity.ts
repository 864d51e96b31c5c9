import type { RepoPath } from '../model/case.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Range } from '../model/range.js'
import type { Person } from '../model/review.js'
import { type AddedBy, type History, shortCommit } from './history.js'
import { finding } from './messages.js'
import { type Policy, personKey, personName } from './policy.js'

/** A record that names a person as the one who decided. */
export interface Claim {
  readonly path: RepoPath
  readonly person: Person
  /** Where the person is named. */
  readonly at: Range | undefined
  /** What the forge calls the person, as far as the policy knows. */
  readonly login: string | undefined
}

/**
 * Whether a review that a pull request adds is by the person whom it names. A commit's author is
 * what somebody wrote there: a claim. A signature, and a forge that knows who is logged in, are proofs.
 */
export function identityFault(
  claim: Claim,
  added: AddedBy,
  history: History,
  policy: Policy,
): Diagnostic | undefined {
  if (isVouched(claim, history)) return undefined
  const { path, person, at } = claim
  const reviewer = personName(person)
  const commit = shortCommit(added.commit)
  switch (policy.review.identity) {
    case 'forge':
      return finding('not-on-forge', { reviewer }, path, at)
    case 'signed':
      return signatureFault(claim, added)
    case 'author': {
      if (personKey(added.author) === personKey(person)) return undefined
      const code = added.mixed ? 'identity-squashed' : 'identity-mismatch'
      return finding(code, { reviewer, commit, author: personName(added.author) }, path, at)
    }
  }
}

function isVouched({ path, person, login }: Claim, { vouched }: History): boolean {
  const names = vouched?.(path)
  if (names === undefined) return false
  return names.has(personKey(person)) || (login !== undefined && names.has(login.toLowerCase()))
}

// `G` is a signature that holds, by a key that git trusts for the signer whom it names; every other
// letter of `%G?` is less.
function signatureFault({ path, person, at }: Claim, added: AddedBy): Diagnostic | undefined {
  const reviewer = personName(person)
  const commit = shortCommit(added.commit)
  const { status, signer } = added.signature ?? { status: 'N', signer: '' }
  if (status === 'N') return finding('unsigned', { reviewer, commit }, path, at)
  if (status !== 'G') return finding('bad-signature', { reviewer, commit, status }, path, at)
  if (personKey({ email: signer }) === personKey(person)) return undefined
  return finding('other-signer', { reviewer, commit, signer }, path, at)
}

import type { Diagnostic } from '../model/diagnostic.js'
import type { ReviewFile, ReviewRecord } from '../model/review.js'
import { type AddedBy, type History, shortCommit } from './history.js'
import { finding } from './messages.js'
import { type Policy, personKey, personName } from './policy.js'

/**
 * Whether a review that a pull request adds is by the person whom it names. A commit's author is
 * what somebody wrote there: a claim. A signature, and a forge that knows who is logged in, are proofs.
 */
export function identityFault(
  file: ReviewFile,
  record: ReviewRecord,
  added: AddedBy,
  history: History,
  policy: Policy,
): Diagnostic | undefined {
  if (isVouched(file, record, history, policy)) return undefined
  const reviewer = personName(record.reviewer)
  const commit = shortCommit(added.commit)
  const at = file.fields.get('/reviewer')?.value
  switch (policy.review.identity) {
    case 'forge':
      return finding('not-on-forge', { reviewer }, file.path, at)
    case 'signed':
      return signatureFault(file, record, added)
    case 'author': {
      if (personKey(added.author) === personKey(record.reviewer)) return undefined
      const code = added.mixed ? 'identity-squashed' : 'identity-mismatch'
      return finding(code, { reviewer, commit, author: personName(added.author) }, file.path, at)
    }
  }
}

function isVouched(file: ReviewFile, record: ReviewRecord, { vouched }: History, policy: Policy): boolean {
  const names = vouched?.(file.path)
  if (names === undefined) return false
  const login = policy.find(record.role, record.reviewer.email)?.login
  return names.has(personKey(record.reviewer)) || (login !== undefined && names.has(login.toLowerCase()))
}

// `G` is a signature that holds, by a key that git trusts for the signer whom it names; every other
// letter of `%G?` is less.
function signatureFault(file: ReviewFile, record: ReviewRecord, added: AddedBy): Diagnostic | undefined {
  const reviewer = personName(record.reviewer)
  const commit = shortCommit(added.commit)
  const at = file.fields.get('/reviewer')?.value
  const { status, signer } = added.signature ?? { status: 'N', signer: '' }
  if (status === 'N') return finding('unsigned', { reviewer, commit }, file.path, at)
  if (status !== 'G') return finding('bad-signature', { reviewer, commit, status }, file.path, at)
  if (personKey({ email: signer }) === personKey(record.reviewer)) return undefined
  return finding('other-signer', { reviewer, commit, signer }, file.path, at)
}

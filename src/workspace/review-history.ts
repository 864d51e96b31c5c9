import type { Commit, CommitRange, GitHistory } from '../io/git-history.js'
import { addTo } from '../lib/groups.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { ExceptionFile } from '../model/exception.js'
import type { ForgeApproval, ReviewFile } from '../model/review.js'
import type { CaseParser } from '../parse/parse-case.js'
import { EXCEPTIONS, readExceptionPath } from '../review/exceptions.js'
import type { Subject } from '../review/gate.js'
import type { AddedBy, History, Tampering } from '../review/history.js'
import { personKey } from '../review/policy.js'
import { REVIEWS, readCarryPath, readRecordPath } from '../review/record-path.js'
import { brokenCarries, type Replaying } from './carry-check.js'
import { authorsOf } from './review-authors.js'

export interface HistoryInput {
  readonly range: CommitRange
  readonly subjects: readonly Subject[]
  /** The reviews as they are at the head. */
  readonly reviews: readonly ReviewFile[]
  readonly exceptions: readonly ExceptionFile[]
  readonly parser: CaseParser
  readonly signatures: boolean
  readonly approvals: readonly ForgeApproval[] | undefined
  /** How carry-overs are replayed. */
  readonly replaying: Replaying
}

/** Gathers from git what a pull request's commits say of its reviews and of who wrote the cases. */
export async function historyOf(git: GitHistory, input: HistoryInput): Promise<History> {
  const { range, approvals } = input
  const commits = await git.commits(range, { signatures: input.signatures })
  const { added, tampered } = recordsIn(commits, input)
  const broken = await brokenCarries(input.reviews, added, input.replaying)
  const { authors, former } = await authorship(git, input, broken)
  return {
    added,
    tampered,
    broken,
    authors,
    former,
    vouched: approvals === undefined ? undefined : await vouchedBy(git, range.head, approvals),
  }
}

async function authorship(
  git: GitHistory,
  { range, subjects, reviews, exceptions, parser }: HistoryInput,
  broken: History['broken'],
): Promise<Pick<History, 'authors' | 'former'>> {
  const authors = new Map<CaseId, ReadonlySet<string>>()
  const former = new Map<CaseId, ReadonlySet<string>>()
  // What was cut off a shallow history seems to be written by the commit at the cut.
  const reach = (await git.isShallow()) ? range : { head: range.head }
  const reviewed = new Set([...reviews, ...exceptions].map(({ record }) => record?.case))
  for (const { id, before, after } of subjects) {
    if (after === undefined || !reviewed.has(id)) continue
    const paths = [...new Set([after.case.path, before?.path ?? after.case.path])]
    const carries = reviews.flatMap(({ path, carry }) =>
      carry?.case === id && !broken.has(path) ? [carry] : [],
    )
    const found = await authorsOf(git, reach, id, paths, parser, carries)
    authors.set(id, found.authors)
    former.set(id, found.digests)
  }
  return { authors, former }
}

/** The records that commits add, change and remove. */
function recordsIn(
  commits: readonly Commit[],
  { reviews, exceptions }: Pick<HistoryInput, 'reviews' | 'exceptions'>,
): Pick<History, 'added' | 'tampered'> {
  const people = new Map<RepoPath, string>()
  for (const { path, record } of reviews) {
    if (record !== undefined) people.set(path, personKey(record.reviewer))
  }
  for (const { path, record } of exceptions) {
    if (record !== undefined) people.set(path, personKey(record.approver))
  }
  const added = new Map<RepoPath, AddedBy>()
  const tampered: Tampering[] = []
  for (const { commit, author, signature, changes } of commits) {
    const own = changes.filter(({ path }) => isRecord(path))
    const reviewers = new Set(own.flatMap(({ path }) => people.get(path) ?? []))
    const cases = changes.some(({ path }) => /\.md$/i.test(path))
    const mixed = cases || reviewers.size > 1
    for (const { status, path } of own) {
      const by = { commit, author, mixed, ...(signature === undefined ? {} : { signature }) }
      // Newest first: the commit that stands is the last one that added the file.
      if (status === 'A' && !added.has(path)) added.set(path, by)
      if (status !== 'A') tampered.push({ path, how: status === 'M' ? 'edited' : 'removed', commit })
    }
  }
  return { added, tampered }
}

function isRecord(path: RepoPath): boolean {
  return [readRecordPath, readCarryPath, readExceptionPath].some(read => read(path) !== undefined)
}

/** Who has approved, on the forge, a commit that holds a review exactly as the head has it. */
async function vouchedBy(
  git: GitHistory,
  head: string,
  approvals: readonly ForgeApproval[],
): Promise<(path: RepoPath) => ReadonlySet<string>> {
  const blobsAt = async (commit: string): Promise<ReadonlyMap<RepoPath, string>> =>
    new Map([...(await git.blobs(commit, REVIEWS)), ...(await git.blobs(commit, EXCEPTIONS))])
  const now = await blobsAt(head)
  const vouched = new Map<RepoPath, string[]>()
  for (const { commit, email, login } of approvals) {
    const known = await git.known(commit)
    if (known === undefined) continue
    const then = await blobsAt(known)
    for (const [path, blob] of now) {
      if (then.get(path) !== blob) continue
      for (const name of [email, login]) if (name !== undefined) addTo(vouched, path, name.toLowerCase())
    }
  }
  return path => new Set(vouched.get(path))
}

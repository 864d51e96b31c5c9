import { commitFiles, type FileContent } from '../io/git-commit.js'
import type { GitHistory } from '../io/git-history.js'
import type { Host } from '../io/host.js'
import { CasectlError } from '../lib/errors.js'
import type { Case, RepoPath } from '../model/case.js'
import { baseName } from '../model/repo-path.js'
import type { Person } from '../model/review.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import { type BranchNames, branchFor } from './submit-branch-name.js'
import { inReview, type SubmittedCase, shownTitle } from './submit-case.js'
import type { Workspace } from './workspace.js'

/** What placing a case on a branch asks of the world. */
export interface Placing extends BranchNames {
  readonly workspace: Workspace
  readonly history: GitHistory
  /** Brings a branch of the remote into this clone. */
  readonly fetch: (branch: string) => Promise<void>
  /** The tip of the base, and where the working tree's branch left it: what the files were made from. */
  readonly base: { readonly name: string; readonly commit: string; readonly leftAt: string }
  readonly person: Person
  readonly scratch: string
  readonly env: Host['env']
}

/** A case that stands on its branch. */
export interface Placed {
  readonly branch: string
  /** The commit that is to be on the remote. */
  readonly commit: string
  /** Where the branch was here, and is on the remote. */
  readonly local: string | undefined
  readonly remote: string | undefined
  /** Paths relative to the library that the commit has from the working tree. */
  readonly files: readonly RepoPath[]
  /** True where the base says the same already. */
  readonly unchanged: boolean
}

/**
 * Puts a case on its branch in this clone: a new branch from where the working tree left the base, so that
 * what the base has learnt since is merged and not written over; or another commit on the branch that is
 * there. The branch appears, or moves, in one step, and only forward.
 * @throws CasectlError `branch` where the branch has been given another text, or has two ends
 */
export async function placeCase(placing: Placing, submitted: SubmittedCase): Promise<Placed> {
  const { branches, base } = placing
  const tips = await tipsOf(placing, submitted)
  const { branch, parent, local, remote } = tips
  if (tips.foreign) await refuseForeign(placing, tips, submitted)
  const { commit, files } = await commitOn(placing, parent, submitted)
  const isNew = parent === base.leftAt
  const unchanged =
    isNew && (commit === parent || (await commitOn(placing, base.commit, submitted)).commit === base.commit)
  if (!unchanged && commit !== local) await branches.move(branch, commit, local)
  return { branch, commit, local, remote, files, unchanged }
}

/** The commit that brings a case onto another one, on no branch yet; that one itself where nothing differs. */
async function commitOn(
  placing: Placing,
  parent: string,
  submitted: SubmittedCase,
): Promise<Pick<Placed, 'commit' | 'files'>> {
  const { workspace, env, person, scratch } = placing
  const files = await filesFor(placing, parent, submitted)
  const message = messageOf(submitted)
  const commit = await commitFiles(workspace.root, { parent, files, message, person, scratch }, env)
  return { commit, files: [...files.keys()] }
}

interface Tips {
  readonly branch: string
  readonly local: string | undefined
  readonly remote: string | undefined
  /** What the next commit follows. */
  readonly parent: string
  /** True where the remote's branch has commits that this clone's has not. */
  readonly foreign: boolean
}

async function tipsOf(placing: Placing, submitted: SubmittedCase): Promise<Tips> {
  const { branches, base } = placing
  const branch = await branchFor(placing, submitted)
  const elsewhere = await branches.elsewhere(branch)
  if (elsewhere !== undefined) throw checkedOut(branch, elsewhere)
  const local = await branches.tip(`refs/heads/${branch}`)
  const remote = placing.remote.get(branch)
  if (remote !== undefined && (await branches.tip(remote)) === undefined) await placing.fetch(branch)
  // What was merged, and is in what the files were made from, is done with.
  const ahead = async (tip: string | undefined): Promise<string | undefined> =>
    tip === undefined || (await branches.isAncestor(tip, base.leftAt)) ? undefined : tip
  const [here, there] = [await ahead(local), await ahead(remote)]
  if (here === undefined || there === undefined) {
    return { branch, local, remote, parent: there ?? here ?? base.leftAt, foreign: there !== undefined }
  }
  if (await branches.isAncestor(there, here)) return { branch, local, remote, parent: here, foreign: false }
  if (await branches.isAncestor(here, there)) return { branch, local, remote, parent: there, foreign: true }
  throw twoEnds(branch)
}

/** Somebody else may have changed the case on the branch meanwhile: that is not written over. */
async function refuseForeign(
  { history, workspace }: Placing,
  { branch, local, remote }: Tips,
  { case: found, text }: SubmittedCase,
): Promise<void> {
  const path = found.path
  const there = remote === undefined ? undefined : await history.text(remote, path, MAX_FILE_BYTES)
  if (there === undefined || (await isSame(workspace, found, there, text))) return
  const known = local === undefined ? undefined : await history.text(local, path, MAX_FILE_BYTES)
  if (known !== undefined && (await isSame(workspace, found, there, known))) return
  throw otherText(branch, path)
}

/** Whether two texts of a case differ in nothing but the status and line ends. */
async function isSame(workspace: Workspace, { path }: Case, one: string, other: string): Promise<boolean> {
  const parser = await workspace.parser()
  const plain = (text: string): string => {
    const read = parser.parseText(path, text).case
    return (read === undefined ? text : inReview(text, read)).replace(/\r\n/g, '\n')
  }
  return plain(one) === plain(other)
}

/** Statuses with which a case that says the same has nothing to be submitted for. */
const SETTLED: ReadonlySet<string> = new Set(['in-review', 'published'])

async function filesFor(
  placing: Placing,
  parent: string,
  { case: found, text, others }: SubmittedCase,
): Promise<Map<RepoPath, FileContent>> {
  const { history, workspace } = placing
  const files = new Map<RepoPath, FileContent>()
  const before = await history.text(parent, found.path, MAX_FILE_BYTES)
  if (before === undefined) {
    for (const path of await movedFrom(placing, parent, found)) files.set(path, 'gone')
  }
  const same = before !== undefined && (await isSame(workspace, found, before, text))
  const status = before && (await workspace.parser()).parseText(found.path, before).case?.status
  if (!same || !SETTLED.has(status ?? '')) files.set(found.path, { text })
  for (const path of others) files.set(path, 'disk')
  return files
}

/** Where the case was before it was moved in the working tree. */
async function movedFrom({ history, workspace }: Placing, parent: string, found: Case): Promise<RepoPath[]> {
  const { cases, archive } = workspace.config.folders
  const parser = await workspace.parser()
  const gone: RepoPath[] = []
  const known = new Set(workspace.casePaths())
  for (const folder of [cases, archive]) {
    for (const path of (await history.blobs(parent, folder)).keys()) {
      if (known.has(path) || !baseName(path).toUpperCase().includes(found.id)) continue
      const text = await history.text(parent, path, MAX_FILE_BYTES)
      if (text !== undefined && parser.parseText(path, text).case?.id === found.id) gone.push(path)
    }
  }
  return gone
}

/** No title where it may hold personal data: messages of commits are never rewritten. */
function messageOf(submitted: SubmittedCase): string {
  const title = shownTitle(submitted).replace(/\s+/g, ' ').trim()
  return title === '' ? `Submit ${submitted.case.id}` : `Submit ${submitted.case.id}: ${title}`
}

function checkedOut(branch: string, folder: string): CasectlError {
  return new CasectlError(
    'branch',
    {
      en: `The branch ${branch} is checked out in ${folder}.`,
      zh: `分支 ${branch} 已在 ${folder} 中检出。`,
    },
    { en: 'Submit from there.', zh: '请在该目录中提交。' },
  )
}

function twoEnds(branch: string): CasectlError {
  return new CasectlError(
    'branch',
    {
      en: `The branch ${branch} has gone one way here and another on the remote.`,
      zh: `分支 ${branch} 在本地与远程各有不同的提交。`,
    },
    {
      en: `Join them: git switch ${branch} && git pull. Then submit again.`,
      zh: `请先合并：git switch ${branch} && git pull，然后重新提交。`,
    },
  )
}

function otherText(branch: string, path: RepoPath): CasectlError {
  return new CasectlError(
    'branch',
    {
      en: `On the remote's branch ${branch}, ${path} says something else that this clone has not seen. It was not written over.`,
      zh: `远程分支 ${branch} 上的 ${path} 有本地没有的改动，未覆盖。`,
    },
    {
      en: `Keep your text aside, go to the branch (git switch ${branch}), bring both together there, and submit again.`,
      zh: `请先另存你的文本，切换到该分支（git switch ${branch}）合并两者，再重新提交。`,
    },
  )
}

import { forgeOf, type RemoteAddress, readAddress } from '../forge/address.js'
import { BRANCHES } from '../forge/branch-name.js'
import type { RequestText } from '../forge/request.js'
import type { ForgeClient } from '../io/forge-client.js'
import { forgeToken } from '../io/forge-token.js'
import { GitBranches } from '../io/git-branches.js'
import { changedSince } from '../io/git-changes.js'
import { GitHistory } from '../io/git-history.js'
import { GitRemote } from '../io/git-remote.js'
import type { Host } from '../io/host.js'
import { openForgeClient } from '../io/open-forge-client.js'
import { withScratch } from '../io/scratch.js'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import type { Forge } from '../model/forge.js'
import type { Person } from '../model/review.js'
import { type Placed, type Placing, placeCase } from './submit-branch.js'
import { branchFor, sweepBranchLocks } from './submit-branch-name.js'
import type { SubmittedCase } from './submit-case.js'
import { type Sent, sendCase } from './submit-send.js'
import { goToBranch } from './submit-settle.js'
import type { Workspace } from './workspace.js'

export interface SubmitOptions {
  readonly forge?: Forge | undefined
  readonly remote?: string | undefined
  readonly base?: string | undefined
  /** Asks no remote anything and writes nothing: what this clone knows has to do. */
  readonly dryRun?: boolean
}

/** Where the cases of a library are submitted to. */
export interface Target {
  readonly workspace: Workspace
  readonly env: Host['env']
  readonly branches: GitBranches
  readonly remote: GitRemote
  readonly address: RemoteAddress
  readonly forge: Forge
  /** True where the command line said so. */
  readonly forgeSaid: boolean
  /** Branches of cases on the remote → commit. */
  readonly there: ReadonlyMap<string, string>
  readonly base: Placing['base']
}

/** What became of one case. */
export interface Submission {
  readonly placed: Placed
  /** Missing where the base says the same already. */
  readonly sent?: Sent
}

/**
 * Runs work with the place to submit to, brought up to date, while no other submission runs in the
 * repository. What an earlier one left that was cut short is removed first.
 * @throws CasectlError `git`, `remote`, `locked`, `usage` for a base that is no name of a branch
 */
export async function withTarget<T>(
  workspace: Workspace,
  options: SubmitOptions,
  env: Host['env'],
  work: (target: Target, scratch: string) => Promise<T>,
): Promise<T> {
  const branches = await GitBranches.open(workspace.root, env)
  const remote = await GitRemote.open(workspace.root, options.remote, env)
  const address = readAddress(remote.url)
  const forge = options.forge ?? workspace.config.forge ?? forgeOf(address)
  const forgeSaid = options.forge !== undefined
  const own = { workspace, env, branches, remote, address, forge, forgeSaid }
  if (options.dryRun === true) return work({ ...own, ...(await known(branches, remote, options.base)) }, '')
  const tracking = (branch: string): string => remote.tracking(branch)
  const sweep = async (): Promise<void> => {
    const heads = [...(await branches.below(`refs/heads/${BRANCHES}`)).keys()]
    const names = heads.map(ref => ref.slice('refs/heads/'.length))
    await sweepBranchLocks(branches, tracking, [...names, ...(options.base ? [options.base] : [])])
  }
  return withScratch(
    branches.common,
    'submit',
    async scratch => work({ ...own, ...(await asked(branches, remote, options.base)) }, scratch),
    sweep,
  )
}

/** What the remote says now, fetched. */
async function asked(
  branches: GitBranches,
  remote: GitRemote,
  given: string | undefined,
): Promise<Pick<Target, 'there' | 'base'>> {
  if (given !== undefined && !(await branches.isName(given))) throw noBranch(given)
  const bases = given === undefined ? [] : [`refs/heads/${given}`]
  const { head, refs } = await remote.refs([...bases, `refs/heads/${BRANCHES}*`])
  const name = given ?? head
  if (name === undefined) throw emptyRemote(remote)
  if (!(await branches.isName(name))) throw noBranch(name)
  if (given !== undefined && !refs.has(`refs/heads/${given}`)) throw noBranch(given)
  const there = new Map(
    [...refs]
      .filter(([ref]) => ref.startsWith(`refs/heads/${BRANCHES}`))
      .map(([ref, commit]): [string, string] => [ref.slice('refs/heads/'.length), commit]),
  )
  await remote.fetch([name])
  return { there, base: await baseOf(branches, remote, name) }
}

/** What this clone knows of the remote. */
async function known(
  branches: GitBranches,
  remote: GitRemote,
  given: string | undefined,
): Promise<Pick<Target, 'there' | 'base'>> {
  const name = given ?? (await branches.remoteHead(remote.name))
  if (name === undefined || !(await branches.isName(name))) throw noBranch(name ?? 'HEAD')
  const prefix = remote.tracking('')
  const refs = await branches.below(remote.tracking(BRANCHES))
  const there = new Map([...refs].map(([ref, commit]) => [ref.slice(prefix.length), commit]))
  return { there, base: await baseOf(branches, remote, name) }
}

async function baseOf(branches: GitBranches, remote: GitRemote, name: string): Promise<Target['base']> {
  const commit = await branches.tip(remote.tracking(name))
  if (commit === undefined) throw noBranch(name)
  return { name, commit, leftAt: (await branches.leftAt(commit)) ?? commit }
}

/** The files of the library that differ from where this branch left the base. */
export async function changedFiles({ workspace, base, env }: Target): Promise<ReadonlySet<RepoPath>> {
  return changedSince(workspace.root, base.commit, env)
}

/** The branch that a case would go to, as far as is known. */
export async function branchOfCase(
  { branches, remote, there }: Target,
  submitted: SubmittedCase,
): Promise<string> {
  const tracking = (branch: string): string => remote.tracking(branch)
  return branchFor({ branches, remote: there, tracking }, submitted)
}

/** The client of the forge's interface, where the forge has one and a token is there. */
export async function clientOf({ forge, address, env, forgeSaid }: Target): Promise<ForgeClient | undefined> {
  const token = await forgeToken(forge, address, env, forgeSaid)
  return token === undefined ? undefined : openForgeClient(forge, address, token)
}

export interface Submitting {
  readonly person: Person
  readonly scratch: string
  readonly client: ForgeClient | undefined
  /** Goes to the branch afterwards, in any case where the working tree is on it already. */
  readonly goThere: boolean
}

/**
 * Submits one case: its branch here, its branch there, its request. Each step finds what an earlier run
 * has done, so that one that was cut short goes on.
 * @throws CasectlError `branch`, `git`, `forge`
 */
export async function submitCase(
  target: Target,
  submitted: SubmittedCase,
  request: RequestText,
  { person, scratch, client, goThere }: Submitting,
): Promise<Submission> {
  const { workspace, branches, remote, env, there, base } = target
  const history = await GitHistory.open(workspace.root, env)
  const tracking = (branch: string): string => remote.tracking(branch)
  const fetch = (branch: string): Promise<void> => remote.fetch([branch])
  const own = { workspace, branches, history, tracking, fetch }
  const placing = { ...own, remote: there, base, person, scratch, env }
  const current = await branches.current()
  const placed = await placeCase(placing, submitted)
  if (placed.unchanged) return { placed }
  const go = goThere || current === placed.branch
  if (current === placed.branch) await goToBranch(workspace, branches, submitted, placed)
  const sent = await sendCase({ ...target, client, base: base.name }, placed, request)
  if (go && current !== placed.branch) {
    await goToBranch(workspace, branches, submitted, placed)
    if ((await branches.tip(tracking(placed.branch))) !== undefined) {
      await branches.follow(placed.branch, remote.name)
    }
  }
  return { placed, sent }
}

function noBranch(name: string): CasectlError {
  return new CasectlError(
    'usage',
    { en: `The remote has no branch "${name}" to merge into.`, zh: `远程没有可合并到的分支“${name}”。` },
    { en: 'Name one with --base.', zh: '请用 --base 指定。' },
  )
}

function emptyRemote(remote: GitRemote): CasectlError {
  return new CasectlError(
    'remote',
    { en: `The remote ${remote.name} has no branch yet.`, zh: `远程仓库 ${remote.name} 还没有分支。` },
    {
      en: `Push the library first: git push ${remote.name} HEAD.`,
      zh: `请先推送案例库：git push ${remote.name} HEAD。`,
    },
  )
}

import { BRANCHES, branchOf, freeBranch, isBranchOf } from '../forge/branch-name.js'
import type { GitBranches } from '../io/git-branches.js'
import { sweepRefLocks } from '../io/scratch.js'
import { type SubmittedCase, shownTitle } from './submit-case.js'

/** Where names of branches are taken. */
export interface BranchNames {
  readonly branches: GitBranches
  /** Branches on the remote → commit. */
  readonly remote: ReadonlyMap<string, string>
  /** What the clone calls a branch of the remote. */
  readonly tracking: (branch: string) => string
}

/**
 * The branch of a case: the one that the remote has, else one that was never there since a run was cut
 * short before it pushed, else a new one. A name that the remote once had and has no more is not taken
 * again: what stood there has been merged or given up.
 */
export async function branchFor(
  { branches, remote, tracking }: BranchNames,
  submitted: SubmittedCase,
): Promise<string> {
  const { id } = submitted.case
  const heads = await branches.below(`refs/heads/${BRANCHES}`)
  const local = [...heads.keys()]
    .map(ref => ref.slice('refs/heads/'.length))
    .filter(name => isBranchOf(id, name))
  const there = [...remote.keys()].filter(name => isBranchOf(id, name)).sort()
  const known = there.findLast(name => local.includes(name)) ?? there.at(-1)
  if (known !== undefined) return known
  const gone = new Set<string>()
  for (const name of local) if ((await branches.tip(tracking(name))) !== undefined) gone.add(name)
  const waiting = local.filter(name => !gone.has(name)).at(-1)
  if (waiting !== undefined) return waiting
  const tracked = await branches.below(tracking(BRANCHES))
  return freeBranch(
    branchOf(id, shownTitle(submitted)),
    name => local.includes(name) || tracked.has(tracking(name)),
  )
}

/** Removes what a killed git left in the way of a case's branch, here and of the remote. */
export async function sweepBranchLocks(
  { common }: GitBranches,
  tracking: (branch: string) => string,
  names: readonly string[],
): Promise<void> {
  await sweepRefLocks(
    common,
    names.flatMap(name => [`refs/heads/${name}`, tracking(name)]),
  )
}

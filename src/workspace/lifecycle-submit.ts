import type { RequestText } from '../forge/request.js'
import type { NewBranch } from '../io/git-worktree.js'
import type { Host } from '../io/host.js'
import { clientOf, type SubmitOptions, withTarget } from './submit.js'
import { type Sent, sendCase } from './submit-send.js'
import type { Workspace } from './workspace.js'

/**
 * Pushes the branch of a plan, never with force, and sees to it that a request to merge it is open. What
 * an earlier run has done already is found and left.
 * @throws CasectlError `git`, `remote`, `forge`, `locked`
 */
export async function submitLifecycle(
  workspace: Workspace,
  { branch, commit, fresh }: NewBranch,
  request: RequestText,
  options: SubmitOptions,
  env: Host['env'],
): Promise<Sent> {
  return withTarget(workspace, options, env, async target => {
    const { refs } = await target.remote.refs([`refs/heads/${branch}`])
    const remote = refs.get(`refs/heads/${branch}`)
    const placed = { branch, commit, local: fresh ? undefined : commit, remote, files: [], unchanged: false }
    const client = await clientOf(target)
    return sendCase({ ...target, client, base: target.base.name }, placed, request)
  })
}

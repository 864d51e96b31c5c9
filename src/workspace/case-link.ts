import { forgeOf, readAddress } from '../forge/address.js'
import { fileLink } from '../forge/file-link.js'
import { below } from '../io/git.js'
import { GitBranches } from '../io/git-branches.js'
import { GitRemote } from '../io/git-remote.js'
import type { Host } from '../io/host.js'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import type { Workspace } from './workspace.js'

/** The web address of a library's file, on the branch that the remote's HEAD stands for; undefined where nothing tells it. */
export async function caseLink(
  { root, config }: Workspace,
  path: RepoPath,
  env: Host['env'],
): Promise<string | undefined> {
  try {
    const remote = await GitRemote.open(root, undefined, env)
    const branches = await GitBranches.open(root, env)
    const branch = (await branches.remoteHead(remote.name)) ?? (await branches.current())
    if (branch === undefined) return undefined
    const address = readAddress(remote.url)
    const prefix = below(branches.top, root)
    const full = prefix === '' ? path : `${prefix}/${path}`
    return fileLink(address, config.forge ?? forgeOf(address), branch, full)
  } catch (error) {
    if (error instanceof CasectlError) return undefined
    throw error
  }
}

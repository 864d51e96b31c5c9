import type { RepoPath } from '../model/case.js'
import { below, gitFailed, openGit } from './git.js'
import { topOf } from './git-changes.js'
import { FOR_COMMITS } from './git-environment.js'
import type { Host } from './host.js'

/**
 * Commits a few files of the working tree on the branch that is checked out, and nothing else that is
 * staged or changed. Hooks run, and the commit is signed, as the user has it.
 * @param paths relative to the library; removed ones as well
 * @returns the commit's full name; undefined where HEAD has them like that already
 * @throws CasectlError `git` outside a repository, in the middle of a merge, or where git or a hook refuses
 */
export async function commitPaths(
  root: string,
  paths: readonly RepoPath[],
  message: string,
  env: Host['env'],
): Promise<string | undefined> {
  const top = await topOf(root)
  const prefix = below(top, root)
  const full = paths.map(path => `:(top,literal)${[prefix, path].filter(part => part !== '').join('/')}`)
  try {
    const git = await openGit(top, env, {}, FOR_COMMITS)
    await git.raw(['add', '--all', '--force', '--', ...full])
    const changed = await git.raw(['diff', '--cached', '--name-only', '--', ...full])
    if (changed.trim() === '') return undefined
    await git.raw(['commit', '--quiet', '--only', '-m', message, '--', ...full])
    return (await git.raw(['rev-parse', 'HEAD'])).trim()
  } catch (error) {
    throw gitFailed(error)
  }
}

import { randomBytes } from 'node:crypto'
import { unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RepoPath } from '../model/case.js'
import { below, openGit } from './git.js'
import { topOf } from './git-changes.js'
import { FOR_COMMITS } from './git-environment.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/**
 * Commits files of the working tree on the branch that is checked out, and nothing else that is
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
  if (paths.length === 0) return undefined
  const top = await topOf(root)
  const prefix = below(top, root)
  const full = paths.map(path => [prefix, path].filter(part => part !== '').join('/'))
  // A command line does not hold the paths of a large import.
  const list = join(tmpdir(), `casectl-${randomBytes(8).toString('hex')}.paths`)
  const named = [`--pathspec-from-file=${list}`, '--pathspec-file-nul']
  try {
    await writeFile(list, full.map(path => `:(top,literal)${path}`).join('\0'), { flag: 'wx', mode: 0o600 })
    const git = await openGit(top, env, {}, FOR_COMMITS)
    await git.raw(['add', '--all', '--force', ...named])
    const staged = await git.raw(['diff', '--cached', '--name-only', '-z'])
    const own = new Set(full)
    if (!staged.split('\0').some(name => own.has(name))) return undefined
    await git.raw(['commit', '--quiet', '--only', '-m', message, ...named])
    return (await git.raw(['rev-parse', 'HEAD'])).trim()
  } catch (error) {
    throw gitFailed(error)
  } finally {
    await unlink(list).catch(() => undefined)
  }
}

import { randomBytes } from 'node:crypto'
import { unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RepoPath } from '../model/case.js'
import { below, gitFailed, openGit } from './git.js'
import { topOf } from './git-changes.js'
import type { Host } from './host.js'

/**
 * Commits files of a library and nothing else; what else is staged stays so.
 * @returns how many commits were made: none where git has the files as they are
 * @throws CasectlError `git` outside a repository, or where git refuses
 */
export async function commitFiles(
  root: string,
  files: readonly { readonly path: RepoPath }[],
  message: string,
  env: Host['env'],
): Promise<0 | 1> {
  if (files.length === 0) return 0
  const top = await topOf(root)
  const prefix = below(top, root)
  const list = join(tmpdir(), `casectl-${randomBytes(8).toString('hex')}.paths`)
  const paths = files.map(({ path }) => `:(top,literal)${prefix === '' ? path : `${prefix}/${path}`}`)
  try {
    await writeFile(list, paths.join('\0'), { flag: 'wx', mode: 0o600 })
    const git = await openGit(top, env)
    const named = [`--pathspec-from-file=${list}`, '--pathspec-file-nul']
    await git.raw(['add', ...named])
    const staged = await git.raw(['diff', '--cached', '--name-only', '-z'])
    const own = new Set(files.map(({ path }) => (prefix === '' ? path : `${prefix}/${path}`)))
    if (!staged.split('\0').some(name => own.has(name))) return 0
    await git.raw(['commit', '--quiet', '--only', '-m', message, ...named])
    return 1
  } catch (error) {
    throw gitFailed(error)
  } finally {
    await unlink(list).catch(() => undefined)
  }
}

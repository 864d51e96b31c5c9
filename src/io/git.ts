import { lstat, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { SimpleGit } from 'simple-git'
import { CasectlError } from '../lib/errors.js'
import { GIT_CONFIG, gitEnvironment } from './git-environment.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** Longest that one git call may take, in milliseconds. */
const TIME_LIMIT = 60_000

/** The folder that holds `.git`, from here upward, or undefined outside a repository. */
export async function findRepository(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await lstat(join(at, '.git')).catch(() => undefined)
    if (found !== undefined) return at
    if (dirname(at) === at) return undefined
  }
}

/**
 * Makes a repository in a folder, with `main` as its first branch.
 * @throws CasectlError `git` when git is missing or refuses
 */
export async function initRepository(folder: string, env: Host['env']): Promise<void> {
  try {
    const git = await openGit(folder, env)
    await git.raw(['init', '--quiet', '--initial-branch=main'])
  } catch (error) {
    throw gitFailed(error)
  }
}

/**
 * Writes the files of a folder as they were at a revision into another, empty folder. Nothing in
 * the repository changes: git works with an index of its own beside the target.
 * @throws CasectlError `git` when the folder is in no repository, the revision is unknown or does not
 *   hold the folder, or git is missing or refuses
 */
export async function exportRevision(
  folder: string,
  revision: string,
  target: string,
  env: Host['env'],
): Promise<void> {
  const top = await findRepository(folder)
  if (top === undefined) throw unknownRevision(folder, revision)
  try {
    const git = await openGit(top, env)
    const commit = await objectName(git, `${revision}^{commit}`)
    const tree = commit === '' ? '' : await objectName(git, `${commit}:${below(top, folder)}`)
    if (tree === '') throw unknownRevision(folder, revision)
    await writeTree(top, tree, target, env)
  } catch (error) {
    throw gitFailed(error)
  }
}

/** Writes the files of a tree object into an empty folder, by an index of its own. */
export async function writeTree(top: string, tree: string, target: string, env: Host['env']): Promise<void> {
  const index = `${target}.index`
  try {
    const git = await openGit(top, env, { GIT_INDEX_FILE: index })
    await git.raw(['read-tree', tree])
    await git.raw(['checkout-index', '--all', '--force', `--prefix=${target}/`])
  } finally {
    await rm(index, { force: true })
  }
}

/** A folder of a repository relative to its top, with `/`; '' for the top. */
export function below(top: string, folder: string): string {
  return relative(top, resolve(folder)).split(sep).join('/')
}

/** The name of the object that an expression stands for, or '' where it stands for none. */
export async function objectName(git: SimpleGit, expression: string): Promise<string> {
  // Quiet: what is missing is exit 1 without a word, which is no error to simple-git.
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', expression]
  return (await git.raw(args)).trim()
}

/** A revision that git does not know here. */
export function unknownRevision(folder: string, revision: string): CasectlError {
  return new CasectlError(
    'git',
    {
      en: `${folder} has no revision "${revision}" in git.`,
      zh: `${folder} 在 git 中没有版本“${revision}”。`,
    },
    {
      en: 'Give a branch, tag or commit that holds the library; in a shallow clone, fetch it first.',
      zh: '请给出包含该案例库的分支、标签或提交；浅克隆请先获取该版本。',
    },
  )
}

// The one place where git is started but for streams (git-stream.ts): a bare repository that somebody
// committed below the folder cannot run code (safe.bareRepository), nothing asks for a password, paths
// come unquoted.
export async function openGit(
  baseDir: string,
  env: Host['env'],
  own: Readonly<Record<string, string>> = {},
  further: readonly string[] = [],
): Promise<SimpleGit> {
  const { simpleGit } = await import('simple-git')
  return simpleGit({
    baseDir,
    config: [...GIT_CONFIG],
    timeout: { block: TIME_LIMIT },
    allowEnvironment: ['GIT_TERMINAL_PROMPT', 'GIT_INDEX_FILE', 'GIT_OPTIONAL_LOCKS', ...further],
  }).env(gitEnvironment(env, own, further))
}

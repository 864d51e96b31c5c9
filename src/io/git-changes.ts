import { copyFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SimpleGit } from 'simple-git'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { below, findRepository, objectName, openGit, unknownRevision, writeTree } from './git.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/**
 * The files of a folder that differ from where this branch left a revision: committed, staged, only
 * in the working tree, or not in git yet. A file that is gone, or was renamed, is there under its
 * old name.
 * @returns paths relative to the folder
 * @throws CasectlError `git` outside a repository and for an unknown revision, `shallow` where the
 *   history that is here does not reach back far enough
 */
export async function changedSince(
  folder: string,
  revision: string,
  env: Host['env'],
): Promise<ReadonlySet<RepoPath>> {
  const top = await topOf(folder)
  try {
    const git = await openGit(top, env)
    const base = await branchPoint(git, folder, revision)
    const place = ['--', pathspec(top, folder)]
    const changed = await git.raw(['diff', ...NAMES, base, ...place])
    const unknown = await git.raw(['ls-files', '--others', '--exclude-standard', '-z', ...place])
    return within(below(top, folder), [...namesIn(changed), ...namesIn(unknown)])
  } catch (error) {
    throw gitFailed(error)
  }
}

/**
 * Writes the files of a folder as they are staged into another, empty folder. Nothing in the working
 * tree or the index changes.
 * @returns the paths relative to the folder whose staged content is not HEAD's
 * @throws CasectlError `git` outside a repository, or where git refuses
 */
export async function exportStaged(
  folder: string,
  target: string,
  env: Host['env'],
): Promise<ReadonlySet<RepoPath>> {
  const top = await topOf(folder)
  const prefix = below(top, folder)
  const index = `${target}.staged`
  try {
    // A copy, since git writes into an index that it makes a tree of.
    await copyFile(await indexFile(top, env), index)
    const git = await openGit(top, env, { GIT_INDEX_FILE: index })
    const staged = await git.raw(['diff', '--cached', ...NAMES, '--', pathspec(top, folder)])
    const args = prefix === '' ? [] : [`--prefix=${prefix}/`]
    const tree = (await git.raw(['write-tree', '--missing-ok', ...args])).trim()
    await writeTree(top, tree, target, env)
    return within(prefix, namesIn(staged))
  } catch (error) {
    throw gitFailed(error)
  } finally {
    await rm(index, { force: true })
  }
}

/** The index in force: `git commit -a` and `git commit PATH` run their hooks with one of their own. */
async function indexFile(top: string, env: Host['env']): Promise<string> {
  const given = env['GIT_INDEX_FILE']
  if (given !== undefined) return resolve(top, given)
  const git = await openGit(top, env)
  return resolve(top, (await git.raw(['rev-parse', '--git-path', 'index'])).replace(/\n$/, ''))
}

/** A commit that somebody makes, as far as its words go. */
export interface CommitMessage {
  /** The full object name. */
  readonly commit: string
  /** Subject and body. */
  readonly message: string
}

/**
 * The messages of the commits that a branch has beyond a revision, newest first.
 * @param range `main..` or `main..feature`; a revision alone means from there to HEAD
 * @throws CasectlError as `changedSince`
 */
export async function commitMessages(
  folder: string,
  range: string,
  env: Host['env'],
): Promise<CommitMessage[]> {
  const top = await topOf(folder)
  const [from = '', to = ''] = range.split(/\.\.+/, 2)
  try {
    const git = await openGit(top, env)
    const end = to === '' ? 'HEAD' : await commitOf(git, folder, to)
    const base = await branchPoint(git, folder, from, end)
    const log = await git.raw([
      'log',
      '-z',
      '--no-show-signature',
      '--format=%H%n%B',
      `${base}..${end}`,
      '--',
    ])
    return namesIn(log).map(entry => {
      const cut = entry.indexOf('\n')
      return { commit: entry.slice(0, cut), message: entry.slice(cut + 1) }
    })
  } catch (error) {
    throw gitFailed(error)
  }
}

// Names only: no program that the repository's configuration names for showing differences runs.
const NAMES = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color']

/** The repository of a folder.
 * @throws CasectlError `git` outside one
 */
export async function topOf(folder: string): Promise<string> {
  const top = await findRepository(folder)
  if (top !== undefined) return top
  throw new CasectlError(
    'git',
    { en: `${folder} is in no git repository.`, zh: `${folder} 不在 git 仓库中。` },
    {
      en: 'What is compared with git needs one: run `git init`.',
      zh: '与 git 比较需要先有仓库：运行 `git init`。',
    },
  )
}

/** A folder of a repository as git's commands take it. */
export function pathspec(top: string, folder: string): string {
  const path = below(top, folder)
  return path === '' ? '.' : `:(literal)${path}`
}

/** Where HEAD left a revision: their best common ancestor. */
export async function branchPoint(
  git: SimpleGit,
  folder: string,
  revision: string,
  head = 'HEAD',
): Promise<string> {
  const commit = await commitOf(git, folder, revision)
  const base = (await git.raw(['merge-base', commit, head])).trim()
  const shallow = (await git.raw(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
  if (!shallow && base !== '') return base
  if (!shallow) throw unrelated(revision)
  // A commit without parents on the way from there means that the history was cut: another ancestor,
  // nearer than this one, may be behind the cut.
  const range = base === '' ? [] : [`^${base}`]
  const cut = await git.raw(['rev-list', '--max-parents=0', '--max-count=1', head, commit, ...range, '--'])
  if (base === '' || cut.trim() !== '') throw tooShallow(revision)
  return base
}

/** A commit by name; a branch that is known only as the remote's, as in most CI checkouts, is found too. */
export async function commitOf(git: SimpleGit, folder: string, revision: string): Promise<string> {
  for (const name of [revision, `refs/remotes/origin/${revision}`]) {
    const commit = await objectName(git, `${name}^{commit}`)
    if (commit !== '') return commit
  }
  throw unknownRevision(folder, revision)
}

/** What git ended with NUL each. */
export function namesIn(output: string): string[] {
  return output.split('\0').filter(name => name !== '')
}

/** Paths of the repository as those of a folder in it. */
export function within(prefix: string, paths: readonly string[]): ReadonlySet<RepoPath> {
  return new Set(paths.map(path => (prefix === '' ? path : path.slice(prefix.length + 1))))
}

function tooShallow(revision: string): CasectlError {
  return new CasectlError(
    'shallow',
    {
      en: `This clone is shallow: its history does not reach back to where HEAD and "${revision}" parted, so what has changed cannot be told.`,
      zh: `这是浅克隆：历史不够深，找不到 HEAD 与“${revision}”的分叉点，无法判断改动了什么。`,
    },
    {
      en: 'Fetch the rest with `git fetch --unshallow`; in CI, check out with `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab).',
      zh: '请用 `git fetch --unshallow` 补全历史；在 CI 中设置 `fetch-depth: 0`（GitHub）或 `GIT_DEPTH: 0`（GitLab）。',
    },
  )
}

function unrelated(revision: string): CasectlError {
  return new CasectlError('git', {
    en: `HEAD and "${revision}" have no history in common.`,
    zh: `HEAD 与“${revision}”没有共同的历史。`,
  })
}

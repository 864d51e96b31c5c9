import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { below } from './git.js'
import { topOf } from './git-changes.js'
import { FOR_COMMITS, GIT_CONFIG, gitEnvironment } from './git-environment.js'
import { gitPerson } from './git-person.js'
import type { Host } from './host.js'
import { sweepRefLocks } from './scratch.js'

/** Longest that one git call may take, in milliseconds: a checkout of a large library, hooks of a commit. */
const TIME_LIMIT = 600_000

/** What somebody does in a worktree of their own, to be committed. */
export interface WorktreeCommit {
  /** What the folders of unfinished runs are known by: letters, digits, hyphens. */
  readonly name: string
  readonly branch: string
  readonly message: string
  /**
   * Changes files below the folder of the library in the worktree.
   * @returns the paths that were changed, relative to the library; none for nothing to commit
   */
  work(folder: string): Promise<readonly RepoPath[]>
}

/** A branch that holds the commit. */
export interface NewBranch {
  readonly branch: string
  /** The full object name. */
  readonly commit: string
  /** False where the branch was there already with the same files. */
  readonly fresh: boolean
}

/**
 * Commits work on a new branch, made in a temporary worktree from HEAD: neither the user's files nor
 * the index nor the branch that is checked out are touched. The branch appears at once, with the whole
 * commit, as the last step; what a run that was killed left is removed first. Call it under a lock.
 * The commit is the user's: author as git says, hooks and signing as configured.
 * @returns undefined where there was nothing to commit
 * @throws CasectlError `git` outside a repository, without a commit or a person, or where git or a hook refuses
 */
export async function commitInWorktree(
  library: string,
  { name, branch, message, work }: WorktreeCommit,
  env: Host['env'],
): Promise<NewBranch | undefined> {
  const top = await topOf(library)
  const git = new Git(top, env, await personOf(library, env))
  const common = resolve(top, await git.run('rev-parse', '--git-common-dir'))
  await sweep(common, name)
  const head = await git.run('rev-parse', '--verify', '--end-of-options', 'HEAD^{commit}')
  const folder = await mkdtemp(join(await realpath(tmpdir()), `${name}-`))
  try {
    await git.run('worktree', 'add', '--quiet', '--detach', folder, head)
    const paths = await work(join(folder, below(top, library)))
    if (paths.length === 0) return undefined
    const inside = new Git(folder, env, git.person)
    await inside.add(paths.map(path => [below(top, library), path].filter(Boolean).join('/')))
    await inside.run('commit', '--quiet', '-m', message)
    const commit = await inside.run('rev-parse', 'HEAD')
    return await publish(git, common, { branch, commit })
  } finally {
    await remove(git, folder)
  }
}

async function personOf(folder: string, env: Host['env']): Promise<Record<string, string>> {
  const person = await gitPerson(folder, env)
  if (person === undefined) {
    throw new CasectlError(
      'git',
      { en: 'git does not know who you are.', zh: 'git 不知道你是谁。' },
      {
        en: 'Set `git config user.email` and user.name.',
        zh: '请设置 `git config user.email` 和 user.name。',
      },
    )
  }
  const { email, name = email } = person
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}

/** Names the commit by a branch: one that is there with the same files stays, one with others is passed over. */
async function publish(
  git: Git,
  common: string,
  { branch, commit }: Omit<NewBranch, 'fresh'>,
): Promise<NewBranch> {
  const tree = await git.run('rev-parse', `${commit}^{tree}`)
  for (let n = 1; ; n++) {
    const name = n === 1 ? branch : `${branch}-${n}`
    const there = await git.maybe('rev-parse', '--verify', '--quiet', `refs/heads/${name}^{commit}`)
    if (there === undefined) {
      await sweepRefLocks(common, [`refs/heads/${name}`])
      // The empty old value: only where no such branch is there.
      await git.run('update-ref', `refs/heads/${name}`, commit, '')
      return { branch: name, commit, fresh: true }
    }
    const same = (await git.run('rev-parse', `${there}^{tree}`)) === tree
    if (same) return { branch: name, commit: there, fresh: false }
  }
}

/**
 * Removes the worktrees and folders of runs that were killed. What git knows of a worktree is removed by
 * hand: of one that was cut short in the middle of `worktree add`, git refuses to list any at all.
 */
async function sweep(common: string, name: string): Promise<void> {
  const temporary = await realpath(tmpdir())
  const isLeft = (entry: string): boolean => new RegExp(`^${name}-[A-Za-z0-9]{6}$`).test(entry)
  const known = join(common, 'worktrees')
  for (const entry of (await readdir(known).catch(() => [])).filter(isLeft)) {
    const link = (await readFile(join(known, entry, 'gitdir'), 'utf8').catch(() => '')).trim()
    if (isLeft(basename(dirname(link)))) await removeFolder(dirname(link))
    await removeFolder(join(known, entry))
  }
  for (const entry of (await readdir(temporary)).filter(isLeft)) await removeFolder(join(temporary, entry))
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

async function remove(git: Git, folder: string): Promise<void> {
  // Twice: the lock that `worktree add` holds may be that of a run that was killed.
  await git.maybe('worktree', 'remove', '--force', '--force', folder)
  await removeFolder(folder)
  await git.maybe('worktree', 'unlock', folder)
  await git.maybe('worktree', 'prune')
}

/** Git in one folder, as one person. */
class Git {
  readonly person: Readonly<Record<string, string>>
  readonly #folder: string
  readonly #env: Host['env']

  constructor(folder: string, env: Host['env'], person: Readonly<Record<string, string>>) {
    this.#folder = folder
    this.#env = env
    this.person = person
  }

  /** What a call prints, without the line break at the end. @throws CasectlError `git` with what git said */
  async run(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await this.#call(args)
    if (code === 0) return out
    throw refused(err.trim() || `git ${args[0] ?? ''}: ${code}`)
  }

  /** Stages files as they are, gone ones too: any number, and whatever is ignored. */
  async add(paths: readonly string[]): Promise<void> {
    const args = ['add', '--all', '--force', '--pathspec-from-file=-', '--pathspec-file-nul']
    const { code, err } = await this.#call(['--literal-pathspecs', ...args], paths.join('\0'))
    if (code !== 0) throw refused(err.trim() || `git add: ${code}`)
  }

  /** The same; undefined where git refuses. */
  async maybe(...args: readonly string[]): Promise<string | undefined> {
    const { code, out } = await this.#call(args)
    return code === 0 ? out : undefined
  }

  #call(args: readonly string[], input = ''): Promise<{ code: number | string; out: string; err: string }> {
    const config = GIT_CONFIG.flatMap(setting => ['-c', setting])
    const { GIT_OPTIONAL_LOCKS: _, ...env } = gitEnvironment(this.#env, this.person, FOR_COMMITS)
    const options = { cwd: this.#folder, env, timeout: TIME_LIMIT, maxBuffer: 64 * 1024 * 1024 }
    return new Promise(done => {
      const child = execFile('git', [...config, ...args], options, (error, out, err) => {
        done({ code: error === null ? 0 : (error.code ?? 'killed'), out: out.replace(/\n$/, ''), err })
      })
      // What git says when it ends early is in its exit code.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
  }
}

function refused(reason: string): CasectlError {
  return new CasectlError('git', { en: `git failed: ${reason}`, zh: `git 执行失败：${reason}` })
}

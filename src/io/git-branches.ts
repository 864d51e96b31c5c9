import type { SimpleGit } from 'simple-git'
import { objectName, openGit } from './git.js'
import { topOf } from './git-changes.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** The branches of a clone. */
export class GitBranches {
  readonly top: string
  /** The folder that all working trees of the repository share: absolute. */
  readonly common: string
  readonly #git: SimpleGit

  private constructor(top: string, common: string, git: SimpleGit) {
    this.top = top
    this.common = common
    this.#git = git
  }

  /** @throws CasectlError `git` outside a repository */
  static async open(folder: string, env: Host['env']): Promise<GitBranches> {
    const top = await topOf(folder)
    try {
      const git = await openGit(top, env)
      const common = await git.raw(['rev-parse', '--path-format=absolute', '--git-common-dir'])
      return new GitBranches(top, common.replace(/\n$/, ''), git)
    } catch (error) {
      throw gitFailed(error)
    }
  }

  /** The commit that a ref stands for. */
  async tip(ref: string): Promise<string | undefined> {
    return (await this.#ask(git => objectName(git, `${ref}^{commit}`))) || undefined
  }

  /** The refs below a prefix that ends with `/`: full name → commit. */
  async below(prefix: string): Promise<ReadonlyMap<string, string>> {
    const listed = await this.#ask(git =>
      git.raw(['for-each-ref', '--format=%(objectname) %(refname)', prefix]),
    )
    const lines = listed.split('\n').filter(line => line !== '')
    return new Map(lines.map(line => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]))
  }

  /** Whether a commit is another one or among its ancestors. */
  async isAncestor(older: string, newer: string): Promise<boolean> {
    const args = ['rev-list', '--count', '--max-count=1', older, `^${newer}`, '--']
    return (await this.#ask(git => git.raw(args))).trim() === '0'
  }

  /** Where the working tree's branch left another commit; undefined where they have nothing in common. */
  async leftAt(commit: string): Promise<string | undefined> {
    if ((await this.tip('HEAD')) === undefined) return undefined
    const args = ['merge-base', '--end-of-options', 'HEAD', commit]
    return (await this.#ask(git => git.raw(args))).trim() || undefined
  }

  /** Moves a branch, or makes it; fails where it is not where it was. */
  async move(branch: string, to: string, from: string | undefined): Promise<void> {
    const old = from ?? '0'.repeat(to.length)
    await this.#ask(git => git.raw(['update-ref', '-m', 'casectl submit', `refs/heads/${branch}`, to, old]))
  }

  /** The branch of the working tree that is asked; undefined where it is on none. */
  async current(): Promise<string | undefined> {
    const ref = await this.#ask(git => git.raw(['symbolic-ref', '--quiet', 'HEAD']))
    return ref.trim().replace(/^refs\/heads\//, '') || undefined
  }

  /** The branch that a remote's HEAD stood for when this clone was made. */
  async remoteHead(remote: string): Promise<string | undefined> {
    const ref = await this.#ask(git => git.raw(['symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`]))
    return ref.trim().replace(`refs/remotes/${remote}/`, '') || undefined
  }

  /** Where else a branch is checked out. */
  async elsewhere(branch: string): Promise<string | undefined> {
    const listed = await this.#ask(git => git.raw(['worktree', 'list', '--porcelain']))
    for (const tree of listed.split('\n\n')) {
      const lines = tree.split('\n')
      const folder = lines[0]?.replace(/^worktree /, '')
      const isGone = lines.some(line => line.startsWith('prunable'))
      if (folder !== this.top && !isGone && lines.includes(`branch refs/heads/${branch}`)) return folder
    }
    return undefined
  }

  /** What git says of a name for a branch. */
  async isName(branch: string): Promise<boolean> {
    // What is refused is exit 1; a name that begins with a hyphen must not become an option.
    if (branch.startsWith('-')) return false
    const said = await this.#git.raw(['check-ref-format', '--branch', branch]).catch(() => '')
    return said.trim() === branch
  }

  /** Stages files as they are on disk. @param paths from the top of the repository */
  async stage(paths: readonly string[]): Promise<void> {
    const literal = paths.map(path => `:(top,literal)${path}`)
    await this.#ask(git => git.raw(['add', '--all', '--force', '--', ...literal]))
  }

  /** Changes to a branch, keeping what is not committed; git refuses where it could not be kept. */
  async switchTo(branch: string): Promise<void> {
    await this.#ask(git => git.raw(['switch', '--quiet', '--no-guess', branch]))
  }

  /** Tells git which branch of the remote a branch belongs to. */
  async follow(branch: string, remote: string): Promise<void> {
    await this.#ask(git => git.raw(['branch', '--quiet', `--set-upstream-to=${remote}/${branch}`, branch]))
  }

  async #ask<T>(question: (git: SimpleGit) => Promise<T>): Promise<T> {
    try {
      return await question(this.#git)
    } catch (error) {
      throw gitFailed(error)
    }
  }
}

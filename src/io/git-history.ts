import type { SimpleGit } from 'simple-git'
import { type Day, dayOf } from '../lib/day.js'
import type { RepoPath } from '../model/case.js'
import { below, objectName, openGit } from './git.js'
import { branchPoint, commitOf, namesIn, pathspec, topOf, within } from './git-changes.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** A pull request as git knows it. */
export interface CommitRange {
  /** Where it left its base: full object names. */
  readonly base: string
  readonly head: string
  /** The head's committer date in UTC. */
  readonly day: Day
}

/** A commit and the files of a folder that it changes. */
export interface Commit {
  /** The full object name. */
  readonly commit: string
  readonly parents: readonly string[]
  readonly author: { readonly name: string; readonly email: string }
  /** The letter of `%G?` and the address in `%GS`, where they were asked for. */
  readonly signature?: { readonly status: string; readonly signer: string }
  /** A merge is here with what is in none of its parents. */
  readonly changes: readonly { readonly status: 'A' | 'M' | 'D'; readonly path: RepoPath }[]
}

/** The questions about the history of one folder; every answer has paths relative to it. */
export class GitHistory {
  readonly #git: SimpleGit
  readonly #top: string
  readonly #folder: string

  private constructor(git: SimpleGit, top: string, folder: string) {
    this.#git = git
    this.#top = top
    this.#folder = folder
  }

  /** @throws CasectlError `git` outside a repository */
  static async open(folder: string, env: Host['env']): Promise<GitHistory> {
    const top = await topOf(folder)
    return new GitHistory(await openGit(top, env), top, folder)
  }

  /**
   * @param text `main..feature`; `main` and `main..` mean up to HEAD
   * @throws CasectlError `git` for an unknown revision, `shallow` where the history is cut too near
   */
  async range(text: string): Promise<CommitRange> {
    const [from = '', to = ''] = text.split(/\.\.+/, 2)
    return this.#ask(async git => {
      const head = await commitOf(git, this.#folder, to === '' ? 'HEAD' : to)
      const base = await branchPoint(git, this.#folder, from, head)
      return { base, head, day: await this.#day(head) }
    })
  }

  /** The full name of a commit. @throws CasectlError `git` */
  async commit(revision: string): Promise<string> {
    return this.#ask(git => commitOf(git, this.#folder, revision))
  }

  /** Undefined for a commit that is not here. */
  async known(commit: string): Promise<string | undefined> {
    return this.#ask(async git => (await objectName(git, `${commit}^{commit}`)) || undefined)
  }

  /** True where a revision holds the folder. */
  async holdsFolder(commit: string): Promise<boolean> {
    return this.#ask(
      async git => (await objectName(git, `${commit}:${below(this.#top, this.#folder)}`)) !== '',
    )
  }

  async isShallow(): Promise<boolean> {
    return this.#ask(async git => (await git.raw(['rev-parse', '--is-shallow-repository'])).trim() === 'true')
  }

  /** The files that differ between two commits. */
  async changedBetween(base: string, head: string): Promise<ReadonlySet<RepoPath>> {
    const args = ['diff', '--name-only', ...PLAIN, base, head, '--', pathspec(this.#top, this.#folder)]
    return this.#ask(async git => within(this.#prefix, namesIn(await git.raw(args))))
  }

  /**
   * Commits that touch files of the folder, newest first.
   * @param base leaves out what it reaches; without it the whole history is told
   * @param paths only commits that touch one of these; all of the folder where left out
   * @param most how many commits at most
   */
  async commits(
    range: { readonly base?: string; readonly head: string },
    options: { paths?: readonly RepoPath[]; signatures?: boolean; most?: number } = {},
  ): Promise<Commit[]> {
    const { paths, signatures = false, most } = options
    const args = [
      ...['log', '-c', '--root', '--full-history', '--name-status', '--no-show-signature', ...PLAIN],
      ...(most === undefined ? [] : [`--max-count=${most}`]),
      `--format=%x01%H%x00%P%x00%an%x00%ae${signatures ? '%x00%G?%x00%GS' : ''}`,
      ...(range.base === undefined ? [] : [`^${range.base}`]),
      ...[range.head, '--'],
      ...(paths?.map(path => `:(top,literal)${this.#full(path)}`) ?? [pathspec(this.#top, this.#folder)]),
    ]
    return this.#ask(async git => readLog(await git.raw(args), signatures, this.#prefix))
  }

  /** Path → name of the blob, of everything below a folder of the library at a commit. */
  async blobs(commit: string, folder: RepoPath): Promise<ReadonlyMap<RepoPath, string>> {
    const full = this.#full(folder)
    const args = ['ls-tree', '-r', '-z', commit, '--', ...(full === '' ? [] : [`${full}/`])]
    const listed = await this.#ask(async git => namesIn(await git.raw(args)))
    return new Map(
      listed.flatMap(line => {
        const [info = '', path = ''] = line.split('\t', 2)
        const blob = info.split(' ')[2] ?? ''
        return [...within(this.#prefix, [path])].map((name): [RepoPath, string] => [name, blob])
      }),
    )
  }

  /** The text of a file at a commit; undefined where there is none, or more than `limit` bytes. */
  async text(commit: string, path: RepoPath, limit: number): Promise<string | undefined> {
    return this.#ask(async git => {
      const blob = await objectName(git, `${commit}:${this.#full(path)}`)
      if (blob === '' || (await git.raw(['cat-file', '-t', blob])).trim() !== 'blob') return undefined
      const size = Number(await git.raw(['cat-file', '-s', blob]))
      return size > limit ? undefined : git.raw(['cat-file', 'blob', blob])
    })
  }

  async #day(commit: string): Promise<Day> {
    const seconds = await this.#git.raw(['log', '-1', '--no-show-signature', '--format=%ct', commit, '--'])
    return dayOf(new Date(Number(seconds) * 1000))
  }

  get #prefix(): string {
    return below(this.#top, this.#folder)
  }

  #full(path: RepoPath): string {
    return [this.#prefix, path].filter(part => part !== '').join('/')
  }

  async #ask<T>(question: (git: SimpleGit) => Promise<T>): Promise<T> {
    try {
      return await question(this.#git)
    } catch (error) {
      throw gitFailed(error)
    }
  }
}

const PLAIN = ['-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color']

/**
 * Reads `git log -z --name-status`: a header of fixed length that begins with U+0001, then status and
 * path in turn. A line break or nothing may stand between header and statuses.
 */
function readLog(output: string, signatures: boolean, prefix: string): Commit[] {
  const parts = output.split('\0')
  const commits: Commit[] = []
  for (let at = 0; at < parts.length; ) {
    const head = (parts[at] ?? '').replace(/^\n/, '')
    if (!head.startsWith('\u0001')) {
      at++
      continue
    }
    const [parents = '', name = '', email = '', status = '', signer = ''] = parts.slice(at + 1, at + 6)
    at += signatures ? 6 : 4
    const changes: Commit['changes'][number][] = []
    for (; at < parts.length && !(parts[at] ?? '').startsWith('\u0001'); ) {
      const letters = (parts[at] ?? '').trim()
      if (/^[A-Z]+$/.test(letters)) {
        for (const path of within(prefix, [parts[at + 1] ?? '']))
          changes.push({ status: statusOf(letters), path })
        at += 2
      } else at++
    }
    const signature = signatures ? { signature: { status, signer: addressIn(signer) } } : {}
    commits.push({
      commit: head.slice(1),
      parents: parents.split(' ').filter(parent => parent !== ''),
      author: { name, email },
      ...signature,
      changes,
    })
  }
  return commits
}

/** A letter a parent: added where none has the file, gone where the result lacks it. */
function statusOf(letters: string): 'A' | 'M' | 'D' {
  if (/^A+$/.test(letters)) return 'A'
  return letters.includes('D') ? 'D' : 'M'
}

/** The signer's address: of `Name <address>` as OpenPGP names people, or the principal of an SSH key. */
export function addressIn(signer: string): string {
  return /<([^<>]+)>\s*$/.exec(signer)?.[1] ?? signer.trim()
}

import { CasectlError } from '../lib/errors.js'
import { maskSecrets } from '../lib/mask-secrets.js'
import { openGit } from './git.js'
import { topOf } from './git-changes.js'
import { FOR_REMOTES } from './git-environment.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** What a remote has, as it says itself. */
export interface RemoteRefs {
  /** The branch that its HEAD stands for; undefined for an empty repository. */
  readonly head: string | undefined
  /** Full names of refs → object names. */
  readonly refs: ReadonlyMap<string, string>
}

/** The remote that cases are submitted to. Nothing that it says is printed with a password. */
export class GitRemote {
  readonly name: string
  /** The address that is pushed to. It may hold a password. */
  readonly url: string
  readonly #top: string
  readonly #env: Host['env']
  readonly #secrets: readonly string[]

  private constructor(top: string, name: string, url: string, env: Host['env']) {
    this.#top = top
    this.name = name
    this.url = url
    this.#env = env
    this.#secrets = passwordsIn(url)
  }

  /**
   * @param name as `--remote` says; without it the only remote, or `origin`
   * @throws CasectlError `git` outside a repository, `remote` where there is no such one, or none
   */
  static async open(folder: string, name: string | undefined, env: Host['env']): Promise<GitRemote> {
    const top = await topOf(folder)
    try {
      const git = await openGit(top, env)
      const names = (await git.raw(['remote'])).split('\n').filter(one => one !== '')
      const chosen = name ?? (names.length === 1 ? names[0] : names.find(one => one === 'origin'))
      if (chosen === undefined || !names.includes(chosen)) throw noRemote(name, names)
      const url = (await git.raw(['remote', 'get-url', '--push', '--', chosen])).trim()
      return new GitRemote(top, chosen, url, env)
    } catch (error) {
      throw gitFailed(error)
    }
  }

  /** The address without a password. */
  get shownUrl(): string {
    return maskSecrets(this.url)
  }

  /** Looks at the remote's refs; patterns are full names, `*` stands for anything. */
  async refs(patterns: readonly string[]): Promise<RemoteRefs> {
    const { stdout } = await this.#run(['ls-remote', '--symref', this.name, 'HEAD', ...patterns])
    const refs = new Map<string, string>()
    let head: string | undefined
    for (const line of stdout.split('\n')) {
      const [value = '', name = ''] = line.split('\t')
      if (name === 'HEAD' && value.startsWith('ref: ')) head = value.slice(5).replace(/^refs\/heads\//, '')
      else if (name !== '' && name !== 'HEAD') refs.set(name, value)
    }
    return { head, refs }
  }

  /** Fetches branches to where clones keep what they know of a remote. */
  async fetch(branches: readonly string[]): Promise<void> {
    const specs = branches.map(name => `+refs/heads/${name}:${this.tracking(name)}`)
    // With progress, so that a long one is not taken for one that hangs.
    const quiet = ['--progress', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head']
    await this.#run(['fetch', ...quiet, this.name, ...specs])
  }

  /**
   * Pushes a commit, never with force.
   * @returns what the remote said
   */
  async push(commit: string, target: string, options: readonly string[]): Promise<string> {
    const given = options.map(option => `--push-option=${option}`)
    const alone = ['--porcelain', '--no-follow-tags', '--no-recurse-submodules', '--progress']
    const { stderr } = await this.#run(['push', ...alone, ...given, this.name, `${commit}:${target}`])
    const lines = stderr.split(/[\r\n]+/).flatMap(line => /^remote:\s?(.*)$/.exec(line)?.[1] ?? [])
    return maskSecrets(lines.join('\n'), this.#secrets)
  }

  /** The name under which a clone knows a branch of the remote. */
  tracking(branch: string): string {
    return `refs/remotes/${this.name}/${branch}`
  }

  async #run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
    const heard: Buffer[] = []
    try {
      const git = await openGit(this.#top, this.#env, {}, FOR_REMOTES)
      git.outputHandler((_command, _stdout, stderr) => {
        stderr.on('data', (chunk: Buffer) => heard.push(chunk))
      })
      const stdout = await git.raw([...args])
      return { stdout, stderr: Buffer.concat(heard).toString('utf8') }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw gitFailed(new Error(maskSecrets(reason, this.#secrets)))
    }
  }
}

function passwordsIn(url: string): string[] {
  if (!URL.canParse(url)) return []
  const { username, password, protocol } = new URL(url)
  const all = /^https?:$/.test(protocol) ? [username, password] : [password]
  // A short name such as `git` stands in any text; git prints no address with it but as an address.
  return all.map(decodeURIComponent).filter(text => text.length >= 8)
}

function noRemote(name: string | undefined, names: readonly string[]): CasectlError {
  const known = names.length === 0 ? '–' : names.join(', ')
  return new CasectlError(
    'remote',
    name === undefined
      ? {
          en: `No remote to submit to (there are: ${known}).`,
          zh: `没有可提交的远程仓库（现有：${known}）。`,
        }
      : {
          en: `There is no remote "${name}" (there are: ${known}).`,
          zh: `没有远程仓库“${name}”（现有：${known}）。`,
        },
    {
      en: 'Add one with `git remote add origin ADDRESS`, or name one with --remote.',
      zh: '请用 `git remote add origin 地址` 添加，或用 --remote 指定。',
    },
  )
}

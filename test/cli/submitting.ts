import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANNA, commitAs, gitAs, type Person } from '../review/team.js'
import { serveGit } from './git-server.js'
import { GIT_ENV, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

export const SUBMIT_CONFIG = `rules: { title-standard: off, required-sections: off, required-fields: off, ordered-steps: off }
review:
  roles:
    technical: [{ name: Tim Tech, email: tim@example.com, login: tim }]
    sensitivity: [{ name: Sue Sense, email: sue@example.com }]
`

/** A bare repository on a server, and a clone of it that holds a library. */
export interface Served {
  /** The bare repository. */
  readonly bare: string
  /** Anna's clone. */
  readonly clone: string
  /** The address of the server. */
  readonly server: string
  /** The folder that all of it is in. */
  readonly folder: string
}

export interface ServeOptions {
  readonly config?: string
  /** The address of a server that answers for the forge's interface. */
  readonly api?: string
  /** Hook → script, in the bare repository. */
  readonly hooks?: Readonly<Record<string, string>>
  /** Lines of `git config` in the bare repository. */
  readonly settings?: readonly (readonly [string, string])[]
}

/** Serves `acme/library.git` over http, with the configuration committed on `main`. */
export async function serveLibrary(options: ServeOptions = {}): Promise<Served> {
  const folder = temporaryFolder()
  const bare = join(folder, 'served/acme/library.git')
  mkdirSync(bare, { recursive: true })
  gitAs(ANNA, bare, 'init', '--quiet', '--bare', '--initial-branch=main')
  for (const [key, value] of options.settings ?? []) gitAs(ANNA, bare, 'config', key, value)
  const server = await serveGit(join(folder, 'served'), options.api)
  const clone = cloneOf({ folder, server }, 'anna', ANNA)
  write(clone, 'casectl.config.yml', options.config ?? SUBMIT_CONFIG)
  write(clone, '.gitignore', '.casectl/\n')
  commitAs(ANNA, clone, 'library')
  gitAs(ANNA, clone, 'push', '--quiet', '-u', 'origin', 'HEAD:main')
  for (const [name, script] of Object.entries(options.hooks ?? {})) {
    writeFileSync(join(bare, 'hooks', name), script)
    chmodSync(join(bare, 'hooks', name), 0o755)
  }
  return { bare, clone, server, folder }
}

/** Another clone of the library. */
export function cloneOf(
  { folder, server }: Pick<Served, 'folder' | 'server'>,
  name: string,
  who: Person,
): string {
  gitAs(who, folder, 'clone', '--quiet', `${server}/acme/library.git`, name)
  const clone = join(folder, name)
  gitAs(who, clone, 'config', 'pull.rebase', 'false')
  // A clone of an empty repository is on what the settings of git say.
  gitAs(who, clone, 'symbolic-ref', 'HEAD', 'refs/heads/main')
  return clone
}

/** Runs casectl as a person, with nothing of whoever runs the tests. */
export function as(
  who: Person,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const person = {
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_AUTHOR_DATE: '2026-11-28T12:00:00Z',
    GIT_COMMITTER_DATE: '2026-11-28T12:00:00Z',
  }
  return cli(args, { cwd, env: { ...GIT_ENV, ...person, TMPDIR: '/tmp', ...env } })
}

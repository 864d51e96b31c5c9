import { join } from 'node:path'
import { gitFailed } from '../../io/git-failure.js'
import { replaceFile } from '../../io/replace-file.js'
import { removeSandbox } from '../../io/sandbox-place.js'
import { runInSandbox } from '../../io/sandbox-process.js'
import { writeNewFiles } from '../../io/write-new.js'
import { addDays, type Day } from '../../lib/day.js'
import { ANNA, identityOf, YUE } from '../../tutorial/people.js'
import { daysSinceSamples } from '../../tutorial/sample-days.js'
import { adoptedConfig, sandboxFiles, UNAPPROVED } from '../../tutorial/sandbox-files.js'
import type { Person } from '../../tutorial/step.js'
import { ticketFiles } from '../../tutorial/tickets.js'
import { readSamples } from './samples.js'

/** The bare repository that every clone of a sandbox pushes to. */
export const REMOTE = 'library.git'
/** Where the first commits are made; gone when the sandbox stands. */
const SEED = 'seed'

/**
 * Fills an empty folder: a bare repository with the sample library in three commits, tickets beside it.
 * @throws CasectlError `git`, `cannot-write`
 */
export async function buildSandbox(
  top: string,
  today: Day,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const seed = join(top, SEED)
  const files = sandboxFiles(await readSamples(), today, daysSinceSamples(today))
  await writeNewFiles(top, new Map([...ticketFiles(today), ['home/.gitconfig', NO_SETTINGS]]))
  await git(top, env, 'init', '--quiet', '--bare', '--initial-branch=main', REMOTE)
  await git(top, env, 'init', '--quiet', '--initial-branch=main', SEED)
  await settle(seed, YUE, env)
  await writeNewFiles(seed, files)
  const first = await commit(seed, 'The sample library', YUE, addDays(today, -30), env)
  await change(seed, files, 'casectl.config.yml', () => adoptedConfig(first))
  await commit(seed, 'Reviews begin', YUE, addDays(today, -30), env)
  await change(seed, files, UNAPPROVED.path, text => text.replace(UNAPPROVED.from, UNAPPROVED.to))
  await commit(seed, 'Hold Reset for longer', ANNA, addDays(today, -2), env)
  await git(seed, env, 'push', '--quiet', join(top, REMOTE), 'main')
  await removeSandbox(seed)
}

const NO_SETTINGS = '# The sandbox has no settings of git but those in its clones.\n'

async function change(
  folder: string,
  files: ReadonlyMap<string, string>,
  path: string,
  edit: (text: string) => string,
): Promise<void> {
  const before = files.get(path) ?? ''
  await replaceFile(folder, { path, before, after: edit(before) })
}

/** Makes the clone of a role, in which its person commits. */
export async function cloneFor(
  top: string,
  name: string,
  person: Person,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  await git(top, env, 'clone', '--quiet', REMOTE, name)
  await settle(join(top, name), person, env)
}

/** Who commits in a clone; nothing is signed, since the keys of the user are none of the sandbox's. */
async function settle(folder: string, { name, email }: Person, env: Readonly<Record<string, string>>) {
  await git(folder, env, 'config', 'user.name', name)
  await git(folder, env, 'config', 'user.email', email)
  await git(folder, env, 'config', 'commit.gpgSign', 'false')
}

async function commit(
  folder: string,
  message: string,
  person: Person,
  day: Day,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const time = `${day}T09:30:00Z`
  const full = { ...env, ...identityOf(person), GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time }
  await git(folder, full, 'add', '--all')
  await git(folder, full, 'commit', '--quiet', '-m', message)
  return (await git(folder, full, 'rev-parse', 'HEAD')).trim()
}

async function git(
  cwd: string,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> {
  const { code, stdout, stderr } = await runInSandbox('git', args, cwd, env)
  if (code === 0) return stdout
  throw gitFailed(stderr.trim())
}

import { lstat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { SimpleGit } from 'simple-git'
import { CasectlError } from '../lib/errors.js'
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
    const reason = error instanceof Error ? error.message.trim() : String(error)
    throw new CasectlError(
      'git',
      { en: `git init failed: ${reason}`, zh: `git init 失败：${reason}` },
      { en: 'Install git, or make the repository yourself.', zh: '请安装 git，或自行建立仓库。' },
    )
  }
}

// What git needs of the environment. EDITOR, PAGER, GIT_SSH_COMMAND and the like name programs that
// git would run; none of our calls wants one.
const PASSED = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'XDG_CONFIG_HOME']

// The one place where git is started: a bare repository that somebody committed below the folder
// cannot run code (safe.bareRepository), nothing asks for a password, paths come unquoted.
async function openGit(baseDir: string, env: Host['env']): Promise<SimpleGit> {
  const { simpleGit } = await import('simple-git')
  const passed = PASSED.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]]))
  return simpleGit({
    baseDir,
    config: ['safe.bareRepository=explicit', 'core.quotePath=off'],
    timeout: { block: TIME_LIMIT },
    allowEnvironment: ['GIT_TERMINAL_PROMPT'],
  }).env({ ...Object.fromEntries(passed), GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C.UTF-8' })
}

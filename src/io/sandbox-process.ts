import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import type { Language } from '../lib/message.js'
import type { Host } from './host.js'
import { packagePath } from './package-files.js'

/** What a program came to, as it printed it. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Programs that may run in a sandbox. */
export type SandboxProgram = 'casectl' | 'git'

// Nothing else of the environment gets in: no tokens, no identity, no settings of git.
const PASSED = ['PATH', 'PATHEXT', 'SystemRoot', 'ComSpec', 'TMPDIR', 'TEMP', 'TMP', 'TERM']

/**
 * The environment of a sandbox: a home of its own, so that neither the user's settings of git nor their
 * caches are read or written.
 * @param top absolute path of the sandbox
 * @param color whether programs paint what they print
 */
export function sandboxEnvironment(
  { env }: Pick<Host, 'env'>,
  top: string,
  language: Language,
  color: boolean,
): Record<string, string> {
  const passed = PASSED.flatMap((name): [string, string][] => {
    const value = env[name]
    return value === undefined ? [] : [[name, value]]
  })
  const home = join(top, 'home')
  return {
    ...Object.fromEntries(passed),
    ...(color ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
    HOME: home,
    USERPROFILE: home,
    CASECTL_LANG: language,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C.UTF-8',
  }
}

/**
 * Runs casectl itself, or git, without stdin, and gives what it printed.
 * @throws CasectlError `git` where git cannot be started
 */
export async function runInSandbox(
  program: SandboxProgram,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const [file, before] =
    program === 'git' ? ['git', []] : [process.execPath, [await packagePath('bin/casectl.js')]]
  return new Promise((done, fail) => {
    const child = spawn(file, [...before, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
    child.stdout.on('data', (chunk: Buffer) => printed.stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => printed.stderr.push(chunk))
    child.on('error', error => fail(notStarted(program, error.message)))
    // A program that a signal ended has no code.
    child.on('close', code =>
      done({ code: code ?? 2, stdout: textOf(printed.stdout), stderr: textOf(printed.stderr) }),
    )
  })
}

const textOf = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8')

function notStarted(program: string, reason: string): CasectlError {
  return new CasectlError(
    'git',
    { en: `${program} cannot be started: ${reason}`, zh: `无法启动 ${program}：${reason}` },
    { en: 'Install git.', zh: '请安装 git。' },
  )
}

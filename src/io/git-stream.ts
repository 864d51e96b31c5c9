import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { GIT_CONFIG, gitEnvironment } from './git-environment.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** Longest silence of a git that is being read from, in milliseconds: it may walk a long history first. */
const PATIENCE = 600_000
/** What is kept of git's complaints, in characters. */
const MOST_WORDS = 2000

// Git else writes each commit of a log by itself (git(1), GIT_FLUSH).
const BUFFERED = { GIT_FLUSH: '0' }

/** A git that runs while its answers are read. */
export interface RunningGit {
  readonly child: ChildProcessWithoutNullStreams
  /** @throws CasectlError `git` where it has not ended well */
  ended(): Promise<void>
}

/** Starts git in a repository, with the settings and the environment of every other call. */
export function startGit(top: string, args: readonly string[], env: Host['env']): RunningGit {
  const settings = GIT_CONFIG.flatMap(setting => ['-c', setting])
  const child = spawn('git', [...settings, ...args], { cwd: top, env: gitEnvironment(env, BUFFERED) })
  let words = ''
  let failure: Error | undefined
  child.stderr.on('data', (chunk: Buffer) => {
    if (words.length < MOST_WORDS) words += chunk.toString('utf8')
  })
  // A git that ends early closes its input; why it ended is told by its exit.
  child.stdin.on('error', () => undefined)
  const exit = new Promise<number | null>(resolve => {
    child.on('error', error => {
      failure = error
      resolve(null)
    })
    child.on('close', resolve)
  })
  return {
    child,
    async ended() {
      const code = await exit
      if (code === 0) return
      throw gitFailed(failure ?? new Error(words.trim() || `exit ${code ?? 'by a signal'}`))
    },
  }
}

/**
 * What a git command prints, as it comes.
 * @param input for its stdin
 * @throws CasectlError `git`
 */
export async function* streamGit(
  top: string,
  args: readonly string[],
  env: Host['env'],
  input = '',
): AsyncIterable<Buffer> {
  const { child, ended } = startGit(top, args, env)
  child.stdin.end(input)
  const watch = setTimeout(() => child.kill(), PATIENCE)
  try {
    for await (const chunk of child.stdout) {
      watch.refresh()
      yield chunk as Buffer
    }
    await ended()
  } finally {
    clearTimeout(watch)
    // Whoever stops reading early wants no more of it.
    if (child.exitCode === null) child.kill()
  }
}

/** The pieces of a stream that end with NUL, as text; a last one without is given too. */
export async function* piecesOf(stream: AsyncIterable<Buffer>): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\0')
    rest = pieces.pop() ?? ''
    yield pieces
  }
  rest += decoder.decode()
  if (rest !== '') yield [rest]
}

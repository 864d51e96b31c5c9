import { spawn } from 'node:child_process'
import { type Day, dayOf } from '../lib/day.js'
import type { RepoPath } from '../model/case.js'
import { below, openGit } from './git.js'
import { namesIn, pathspec, topOf, within } from './git-changes.js'
import { GIT_CONFIG, gitEnvironment } from './git-environment.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** A commit of the main line and the files of a folder that it changes. */
export interface LineCommit {
  /** The full object name. */
  readonly commit: string
  /** Its committer date in UTC. */
  readonly day: Day
  readonly changes: readonly { readonly status: string; readonly path: RepoPath }[]
}

/**
 * The commits of a branch that touch a folder, newest first, by first parents only: a merge brings
 * what its branch held on the day of the merge.
 * @param revision a branch or commit; nothing where it is not there yet
 * @throws CasectlError `git` outside a repository
 */
export async function mainLine(folder: string, revision: string, env: Host['env']): Promise<LineCommit[]> {
  const top = await topOf(folder)
  const args = ['log', '--first-parent', '-m', '--root', '--name-status', '--no-renames', '-z']
  const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-show-signature']
  try {
    const git = await openGit(top, env)
    const place = ['--end-of-options', revision, '--', pathspec(top, folder)]
    return readLog(await git.raw([...args, ...plain, '--format=%x01%H%x00%ct', ...place]), below(top, folder))
  } catch (error) {
    throw gitFailed(error)
  }
}

/** A header that begins with U+0001 and has two parts, then status and path in turn. */
function readLog(output: string, prefix: string): LineCommit[] {
  const commits: LineCommit[] = []
  const parts = namesIn(output)
  for (let at = 0; at < parts.length; ) {
    const head = (parts[at] ?? '').replace(/^\n/, '')
    const seconds = Number(parts[at + 1])
    at += 2
    const changes: LineCommit['changes'][number][] = []
    for (; at < parts.length && !/^\n?\u0001/.test(parts[at] ?? ''); at += 2) {
      const status = (parts[at] ?? '').trim()
      for (const path of within(prefix, [parts[at + 1] ?? ''])) changes.push({ status, path })
    }
    commits.push({ commit: head.slice(1), day: dayOf(new Date(seconds * 1000)), changes })
  }
  return commits
}

/** A file at a commit. */
export interface Version {
  /** An object name, or one with `^` for its first parent. */
  readonly commit: string
  readonly path: RepoPath
}

/**
 * The texts of many files at many commits, by one process, in the order asked for; undefined for what
 * is not there, is no file, or has a line break in its name.
 * @throws CasectlError `git`
 */
export async function textsAt(
  folder: string,
  versions: readonly Version[],
  env: Host['env'],
): Promise<(string | undefined)[]> {
  if (versions.length === 0) return []
  const top = await topOf(folder)
  const prefix = below(top, folder)
  const names = versions.map(({ commit, path }) => {
    const full = prefix === '' ? path : `${prefix}/${path}`
    return /[\n\r]/.test(full) ? '' : `${commit}:${full}`
  })
  const output = await catFile(top, `${names.join('\n')}\n`, env)
  return readBatch(output, names.length)
}

function catFile(top: string, input: string, env: Host['env']): Promise<Buffer> {
  return new Promise((done, fail) => {
    const config = GIT_CONFIG.flatMap(setting => ['-c', setting])
    const child = spawn('git', [...config, 'cat-file', '--batch'], {
      cwd: top,
      env: gitEnvironment(env),
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', error => fail(gitFailed(error)))
    child.on('close', code => {
      if (code === 0) done(Buffer.concat(chunks))
      else fail(gitFailed(new Error(`git cat-file ended with ${code}`)))
    })
    // What git says when it ends early is in its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** `name type size`, the bytes and a line feed for each; `name missing` for what is not there. */
function readBatch(output: Buffer, count: number): (string | undefined)[] {
  const texts: (string | undefined)[] = []
  for (let at = 0; texts.length < count; ) {
    const end = output.indexOf(0x0a, at)
    if (end === -1) break
    const [, type, size] = /(\S+) (\d+)$/.exec(output.toString('utf8', at, end)) ?? []
    at = end + 1
    if (size === undefined) texts.push(undefined)
    else {
      const bytes = output.subarray(at, at + Number(size))
      texts.push(type === 'blob' ? new TextDecoder().decode(bytes) : undefined)
      at += Number(size) + 1
    }
  }
  return texts
}

import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openGit } from './git.js'
import { namesIn } from './git-changes.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** The names of the references below a prefix. @throws CasectlError `git` */
export async function listRefs(top: string, prefix: string, env: Host['env']): Promise<string[]> {
  try {
    const git = await openGit(top, env)
    const listed = await git.raw(['for-each-ref', '--format=%(refname)', '--', prefix])
    return listed.split('\n').filter(name => name !== '')
  } catch (error) {
    throw gitFailed(error)
  }
}

/** True where grafts tell git of parents that commits do not have (gitrepository-layout(5)). */
export async function hasGrafts(top: string, env: Host['env']): Promise<boolean> {
  const path = await gitPath(top, 'info/grafts', env)
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && found.size > 0
}

/** Absolute path of a file of the repository itself. @throws CasectlError `git` */
export async function gitPath(top: string, name: string, env: Host['env']): Promise<string> {
  try {
    const git = await openGit(top, env)
    return resolve(top, (await git.raw(['rev-parse', '--git-path', name])).replace(/\n$/, ''))
  } catch (error) {
    throw gitFailed(error)
  }
}

/** Every movement of a reference that this clone remembers, newest first within each. */
export async function readReflogs(
  top: string,
  env: Host['env'],
): Promise<{ readonly ref: string; readonly words: string }[]> {
  try {
    const git = await openGit(top, env)
    // Full names, whatever log.date says.
    const args = ['log', '-g', '--all', '-z', '--no-show-signature', '--format=%gD%n%gs', '--']
    return namesIn(await git.raw(args)).map(entry => {
      const cut = entry.indexOf('\n')
      return { ref: entry.slice(0, cut).replace(/@\{.*$/, ''), words: entry.slice(cut + 1) }
    })
  } catch {
    // A repository without any: git has nothing to walk.
    return []
  }
}

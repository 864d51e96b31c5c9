import { openGit } from './git.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'

/** `2.39.5`; undefined where git cannot be started. */
export async function gitVersion(folder: string, env: Host['env']): Promise<string | undefined> {
  try {
    const text = await (await openGit(folder, env)).raw(['version'])
    return /\d+\.\d+(?:\.\d+)?/.exec(text)?.[0]
  } catch {
    return undefined
  }
}

/** The value of a setting of git; undefined where nobody has set it. */
export async function readGitSetting(
  top: string,
  key: string,
  env: Host['env'],
): Promise<string | undefined> {
  const git = await openGit(top, env)
  // A key that is not set is exit 1 without a word.
  const found = (await git.raw(['config', '--get', key]).catch(() => '')).trim()
  return found === '' ? undefined : found
}

/** The remotes with the addresses that are pushed to, `origin` first. @throws CasectlError `git` */
export async function listRemotes(
  top: string,
  env: Host['env'],
): Promise<{ readonly name: string; readonly url: string }[]> {
  try {
    const git = await openGit(top, env)
    const names = (await git.raw(['remote'])).split('\n').filter(name => name !== '')
    const remotes: { name: string; url: string }[] = []
    for (const name of names.sort((a, b) => Number(b === 'origin') - Number(a === 'origin'))) {
      const urls = await git.raw(['remote', 'get-url', '--push', '--all', '--', name])
      for (const url of urls.split('\n')) if (url !== '') remotes.push({ name, url })
    }
    return remotes
  } catch (error) {
    throw gitFailed(error)
  }
}

/** Folders of worktrees that git knows and that are gone. @throws CasectlError `git` */
export async function lostWorktrees(top: string, env: Host['env']): Promise<string[]> {
  try {
    const git = await openGit(top, env)
    const listed = await git.raw(['worktree', 'list', '--porcelain'])
    return listed.split('\n\n').flatMap(block => {
      const path = /^worktree (.*)$/m.exec(block)?.[1]
      return path !== undefined && /^prunable\b/m.test(block) ? [path] : []
    })
  } catch (error) {
    throw gitFailed(error)
  }
}

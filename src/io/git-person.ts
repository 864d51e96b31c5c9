import { openGit } from './git.js'
import type { Host } from './host.js'

/** Who git would write into a commit here; undefined where nobody is configured. */
export async function gitPerson(
  folder: string,
  env: Host['env'],
): Promise<{ readonly name?: string; readonly email: string } | undefined> {
  const git = await openGit(folder, env)
  const ask = async (key: string): Promise<string> => {
    // A key that is not set is exit 1 without a word.
    const found = await git.raw(['config', '--get', key]).catch(() => '')
    return found.replace(/\n$/, '').trim()
  }
  const email = env['GIT_AUTHOR_EMAIL'] ?? (await ask('user.email'))
  const name = env['GIT_AUTHOR_NAME'] ?? (await ask('user.name'))
  if (email === '') return undefined
  return name === '' ? { email } : { name, email }
}

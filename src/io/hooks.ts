import { chmod, lstat, readFile, unlink } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import { writeAtomic } from './atomic-write.js'
import { below, findRepository, openGit } from './git.js'
import { gitFailed } from './git-failure.js'
import type { Host } from './host.js'
import { writeError } from './write-error.js'

/** Where a hook of git belongs, and what stands there. */
export interface HookPlace {
  /** Absolute path of the hook. */
  readonly file: string
  /** The library's folder relative to the top of the repository, where hooks run; '' for the top. */
  readonly folder: string
  /** What stands there now; undefined for nothing. */
  readonly text: string | undefined
  /** False where the folder of the hooks belongs to more than this repository. */
  readonly own: boolean
}

/**
 * Finds the `pre-commit` hook of the repository that a folder is in, where `core.hooksPath` says.
 * @throws CasectlError `git` outside a repository, `unsafe-path` where something other than a file
 *   stands there
 */
export async function hookPlace(folder: string, env: Host['env']): Promise<HookPlace> {
  const top = await findRepository(folder)
  if (top === undefined) throw noRepository(folder)
  try {
    const git = await openGit(top, env)
    const ask = async (name: string): Promise<string> =>
      resolve(top, (await git.raw(['rev-parse', ...name.split(' ')])).replace(/\n$/, ''))
    const hooks = await ask('--git-path hooks')
    const common = await ask('--git-common-dir')
    const file = join(hooks, 'pre-commit')
    const own = [top, common].some(place => isWithin(place, hooks))
    return { file, folder: below(top, folder), text: await hookText(file), own }
  } catch (error) {
    throw gitFailed(error)
  }
}

/** Writes a hook that git may run. */
export async function writeHook(file: string, text: string): Promise<void> {
  try {
    await writeAtomic(file, text)
    await chmod(file, 0o755)
  } catch (error) {
    throw writeError(dirname(file), error)
  }
}

/** Removes a hook. */
export async function removeHook(file: string): Promise<void> {
  try {
    await unlink(file)
  } catch (error) {
    throw writeError(dirname(file), error)
  }
}

async function hookText(file: string): Promise<string | undefined> {
  const stat = await lstat(file).catch(() => undefined)
  if (stat === undefined) return undefined
  if (stat.isFile()) return readFile(file, 'utf8')
  throw new CasectlError('unsafe-path', {
    en: `${file} is a link or no file. It was left as it is.`,
    zh: `${file} 是符号链接或不是文件，保持不变。`,
  })
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)
}

function noRepository(folder: string): CasectlError {
  return new CasectlError(
    'git',
    { en: `${folder} is in no git repository.`, zh: `${folder} 不在 git 仓库中。` },
    { en: 'A hook needs one: run `git init`.', zh: '钩子需要 git 仓库：请运行 `git init`。' },
  )
}

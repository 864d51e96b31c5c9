import { lstat, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import { findRepository } from './git.js'
import { makeFolders } from './make-folders.js'
import { writeError } from './write-error.js'

/** The file at the top of a sandbox by which it is known. */
export const SANDBOX_MARK = 'tutorial.json'
const PREFIX = 'casectl-tutorial-'

/**
 * An empty folder for a sandbox: the named one, made where it is missing, else a temporary one.
 * @returns its absolute path
 * @throws CasectlError `exists` for a folder that holds something, `usage` for one in a repository,
 *   `cannot-write`
 */
export async function makeSandboxFolder(cwd: string, named: string | undefined): Promise<string> {
  try {
    if (named === undefined) return await realpath(await mkdtemp(join(tmpdir(), PREFIX)))
    const folder = resolve(cwd, named)
    if ((await findRepository(folder)) !== undefined) throw inside(folder)
    await makeFolders(folder)
    if ((await readdir(folder)).length > 0) throw notEmpty(folder)
    return await realpath(folder)
  } catch (error) {
    throw writeError(named ?? tmpdir(), error)
  }
}

/** The text of a sandbox's mark; undefined where there is none. */
export async function readSandboxMark(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, SANDBOX_MARK), 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(systemCode(error) ?? '')) return undefined
    throw writeError(folder, error)
  }
}

/** The temporary sandbox that this user used last, or undefined. */
export async function latestSandbox(): Promise<string | undefined> {
  const found: { folder: string; time: number }[] = []
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(tmpdir(), name)
    // In a folder that everybody writes into, somebody else's sandbox is passed over.
    const own = await lstat(folder).catch(() => undefined)
    const mark = await lstat(join(folder, SANDBOX_MARK)).catch(() => undefined)
    if (own?.isDirectory() !== true || mark?.isFile() !== true) continue
    if (process.getuid !== undefined && own.uid !== process.getuid()) continue
    found.push({ folder, time: mark.mtimeMs })
  }
  const latest = found.sort((a, b) => b.time - a.time)[0]
  return latest === undefined ? undefined : realpath(latest.folder)
}

/** Removes a sandbox, whatever is missing of it already. */
export async function removeSandbox(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

function notEmpty(folder: string): CasectlError {
  return new CasectlError(
    'exists',
    { en: `${folder} is not empty.`, zh: `${folder} 不是空文件夹。` },
    { en: 'Name a new folder, or leave --dir out.', zh: '请指定新文件夹，或省略 --dir。' },
  )
}

function inside(folder: string): CasectlError {
  return new CasectlError(
    'usage',
    { en: `${folder} lies in a git repository.`, zh: `${folder} 位于某个 git 仓库中。` },
    {
      en: 'The sandbox never touches a library of yours: name a folder outside, or leave --dir out.',
      zh: '沙箱不会碰您自己的案例库：请指定仓库之外的文件夹，或省略 --dir。',
    },
  )
}

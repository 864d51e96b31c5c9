import { realpath } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import { makeFolders } from './make-folders.js'
import { writeError } from './write-error.js'

/**
 * A folder that is not inside another, made where it is not there: a backup below the folder that may be
 * lost is none, and lint would find it there.
 * @returns its real path
 * @throws CasectlError `usage`, `cannot-write`
 */
export async function folderOutside(top: string, target: string): Promise<string> {
  try {
    await makeFolders(target)
  } catch (error) {
    throw writeError(target, error)
  }
  const folder = await realpath(target)
  const below = relative(await realpath(top), folder)
  if (below === '' || !(below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below)) {
    throw new CasectlError(
      'usage',
      {
        en: `${target} is inside the repository: what takes the one takes the other.`,
        zh: `${target} 位于仓库之内：仓库丢失时备份会一同丢失。`,
      },
      {
        en: 'Give a folder outside it, best on another machine.',
        zh: '请指定仓库之外的文件夹，最好在另一台机器上。',
      },
    )
  }
  return folder
}

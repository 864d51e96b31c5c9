import { dirname, join } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import type { FileChange } from '../model/change.js'
import { readText } from './apply.js'
import { writeAtomic } from './atomic-write.js'
import { makeFolders } from './make-folders.js'
import { refuseUnsafe } from './safe-path.js'
import { writeError } from './write-error.js'

/**
 * Replaces one file below a folder that is no library, such as the top of the repository around one.
 * @throws CasectlError `changed`, `unsafe-path` or `cannot-write`
 */
export async function replaceFile(folder: string, { path, before, after }: FileChange): Promise<void> {
  refuseUnsafe(folder, path)
  const full = join(folder, path)
  if ((await readText(full)) !== before) {
    throw new CasectlError('changed', {
      en: `${path} was changed by someone else meanwhile. It was not written.`,
      zh: `${path} 已被其他程序修改，未写入。`,
    })
  }
  try {
    await makeFolders(dirname(full))
    await writeAtomic(full, after ?? '')
  } catch (error) {
    throw writeError(folder, error)
  }
}

import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../lib/errors.js'
import { STATE_FOLDER } from './apply.js'
import { writeAtomic } from './atomic-write.js'
import { withLock } from './lock.js'
import { refuseUnsafe } from './safe-path.js'

/** Where the search index lies, relative to the library's root. */
export const INDEX_FOLDER: string = `${STATE_FOLDER}/index`

/** The text of a file of the index; undefined when it is not there or cannot be read. */
export async function readIndexFile(root: string, name: string): Promise<string | undefined> {
  return readFile(join(root, INDEX_FOLDER, name), 'utf8').catch(() => undefined)
}

/**
 * Writes the files of an index in the order given, each atomically. A reader in between meets a
 * header whose checksums do not fit, and builds anew.
 * @returns false when the folder cannot be written to: a reader without write access still searches
 * @throws CasectlError `unsafe-path` when the folder is reached through a link
 */
export async function writeIndexFiles(root: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const folder = join(root, INDEX_FOLDER)
  for (const name of files.keys()) refuseUnsafe(root, `${INDEX_FOLDER}/${name}`)
  try {
    await mkdir(folder, { recursive: true })
    await withLock(join(root, STATE_FOLDER, 'index.lock'), async () => {
      for (const [name, text] of files) await writeAtomic(join(folder, name), text)
    })
    return true
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}

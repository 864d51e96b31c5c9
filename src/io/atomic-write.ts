import { randomBytes } from 'node:crypto'
import { chmod, type FileHandle, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemCode } from '../lib/errors.js'
import { makeFolders } from './make-folders.js'

/**
 * Replaces a file so that a reader, a crash or a full disk meets the old content or the new one,
 * never a part: write beside it, fsync, rename, fsync the folder. Keeps the old file's mode.
 * @throws the system error, after removing the temporary file
 */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  await makeFolders(folder)
  await replaceFile(path, content)
  await syncFolder(folder)
}

/**
 * The same without the last step, for those who write many files and sync their folder once. The
 * folder must be there.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  // Not named after the file: a long Chinese name leaves no byte for a suffix.
  const temporary = join(dirname(path), `${PREFIX}${randomBytes(8).toString('hex')}${SUFFIX}`)
  const mode = await modeOf(path)
  let handle: FileHandle | undefined
  try {
    handle = await open(temporary, 'wx', 0o666)
    await handle.writeFile(content)
    await handle.sync()
    await handle.close()
    handle = undefined
    if (mode !== undefined) await chmod(temporary, mode)
    await rename(temporary, path)
  } catch (error) {
    await handle?.close().catch(() => undefined)
    await unlink(temporary).catch(() => undefined)
    throw error
  }
}

const PREFIX = '.casectl-'
const SUFFIX = '.tmp'

/**
 * Removes what writers that were killed left in a folder. Only for those who know that nobody is
 * writing there now.
 */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) await unlink(join(folder, name))
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Makes a rename or removal durable. Systems that cannot open folders (Windows) have no need of it. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error
  } finally {
    await handle?.close()
  }
}

import { mkdirSync, statSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from '../lib/errors.js'

// Node's own `recursive` never ends where the system says that the parent of a new folder is missing and
// it is not, as below /proc.

/**
 * Makes a folder and those above it that are missing; nothing where it is there.
 * @throws what `mkdir` throws
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (await isFolder(path)) return
    if (!lacksParent(path, error)) throw error
    await makeFolders(dirname(path))
    await mkdir(path).catch(async again => {
      if (!(await isFolder(path))) throw again
    })
  }
}

/**
 * The same at once.
 * @param mode of the folders that it makes
 */
export function makeFoldersNow(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (isFolderNow(path)) return
    if (!lacksParent(path, error)) throw error
    makeFoldersNow(dirname(path), mode)
    try {
      mkdirSync(path, { mode })
    } catch (again) {
      if (!isFolderNow(path)) throw again
    }
  }
}

function lacksParent(path: string, error: unknown): boolean {
  return systemCode(error) === 'ENOENT' && dirname(path) !== path
}

/** Another process may have made it meanwhile. */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() === true
}

function isFolderNow(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

import { lstatSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import { writeAtomic } from './atomic-write.js'
import { realPath } from './find-root.js'
import { refuseUnsafe } from './safe-path.js'
import { writeError } from './write-error.js'

/**
 * Writes a file that a user names, as a whole or not at all. Below the library no folder on the way
 * may be a link; anywhere, what stands there already must be a regular file.
 * @param root the library's folder
 * @param file relative to `cwd`
 * @throws CasectlError `unsafe-path` or `cannot-write`
 */
export async function writeOutput(root: string, cwd: string, file: string, text: string): Promise<void> {
  const full = resolve(realFolder(cwd), file)
  const below = relative(root, full).split(sep).join('/')
  if (below !== '' && !below.startsWith('../') && below !== '..') refuseUnsafe(root, below)
  else refuseLink(full, file)
  try {
    await writeAtomic(full, text)
  } catch (error) {
    throw writeError(full, error)
  }
}

// The library's folder is known by its real name, so the current one must be too.
function realFolder(folder: string): string {
  return dirname(realPath(join(folder, '-')))
}

function refuseLink(full: string, file: string): void {
  const stat = lstatSync(full, { throwIfNoEntry: false })
  if (stat === undefined || stat.isFile()) return
  throw new CasectlError('unsafe-path', {
    en: `${file} is a link, a folder or a device. It was not written.`,
    zh: `${file} 是符号链接、文件夹或设备，未写入。`,
  })
}

import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isGitName } from '../model/file-name.js'

/** Largest attachment that is copied, in bytes. */
const MOST = 25 * 1024 * 1024

/**
 * The bytes of a file that an export names: a regular one below a folder, reached through no link and
 * no `..`. Undefined for anything else.
 */
export function attachedFile(folder: string, path: string): Uint8Array | undefined {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter(part => part !== '' && part !== '.')
  if (parts.length === 0 || /^(?:[/\\]|[a-z]:)/i.test(path) || path.includes('\0')) return undefined
  if (parts.some(part => part === '..' || isGitName(part))) return undefined
  try {
    for (let i = 1; i <= parts.length; i++) {
      const stat = lstatSync(join(folder, ...parts.slice(0, i)))
      if (i < parts.length ? !stat.isDirectory() : !stat.isFile() || stat.size > MOST) return undefined
    }
    return readFileSync(join(folder, ...parts))
  } catch {
    return undefined
  }
}

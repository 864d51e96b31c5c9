import { join } from 'node:path'
import { readOne } from './read-files.js'
import { unreadableRoot } from './scan.js'

/** Largest settings file, in bytes: a taxonomy of ten thousand terms is about 2 MB. */
const MAX_SETTINGS_BYTES = 8 * 1024 * 1024

/**
 * The text of a settings file, or null where there is none.
 * @throws CasectlError `unreadable-root` when it cannot be read, is no regular file (a link could
 *   show what lies outside the library, a pipe would never end) or is no UTF-8 text
 */
export async function readSettingsFile(root: string, name: string): Promise<string | null> {
  const path = join(root, name)
  const read = await readOne(root, name, MAX_SETTINGS_BYTES)
  if ('failed' in read) {
    if (read.failed === 'ENOENT') return null
    throw unreadableRoot(path, read.failed)
  }
  if ('tooLarge' in read) throw unreadableRoot(path, `> ${MAX_SETTINGS_BYTES} bytes`)
  if ('refused' in read) throw unreadableRoot(path, REASONS[read.refused])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes)
  } catch {
    throw unreadableRoot(path, 'not UTF-8')
  }
}

const REASONS = { symlink: 'symbolic link', folder: 'EISDIR', special: 'not a regular file' } as const

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { systemCode } from '../lib/errors.js'
import { unreadableRoot } from './scan.js'

/**
 * The text of an export that a user names: UTF-8 or UTF-16 by its byte order mark, else UTF-8 where it
 * is sound, else GB18030, as Chinese spreadsheets save.
 * @throws CasectlError `unreadable-root`
 */
export async function readTableText(cwd: string, file: string): Promise<string> {
  const path = resolve(cwd, file)
  const bytes = await readFile(path).catch(error => {
    throw unreadableRoot(path, systemCode(error) ?? 'unknown')
  })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

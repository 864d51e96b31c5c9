import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { STATE_FOLDER } from './apply.js'
import { makeFoldersNow } from './make-folders.js'
import { refuseUnsafe } from './safe-path.js'

/** Where uses wait to be committed, relative to the library's root; git ignores it. */
const SPOOL = `${STATE_FOLDER}/spool`
/** Largest file of the spool that is read, in characters: a line. */
const MOST = 16_384

/** What waits in the spool: the file of an event, and its line. */
export interface Spooled {
  readonly path: RepoPath
  readonly line: string
}

/**
 * Puts a line into the spool, a file of its own, so that whoever empties the spool never takes half a
 * line or loses one that comes meanwhile.
 * @param name without a path
 * @returns false where the library cannot be written: a reader may read it all the same
 */
export function spool(root: string, name: string, line: string): boolean {
  const path = `${SPOOL}/${name}.jsonl`
  try {
    refuseUnsafe(root, path)
    makeFoldersNow(join(root, SPOOL))
    writeFileSync(join(root, path), `${line}\n`, { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** What waits in the spool, by name; what cannot be read stays there. */
export function readSpool(root: string): Spooled[] {
  refuseUnsafe(root, `${SPOOL}/-`)
  return namesIn(join(root, SPOOL)).flatMap(name => {
    const path = `${SPOOL}/${name}`
    try {
      refuseUnsafe(root, path)
      return [{ path, line: readFileSync(join(root, path), 'utf8').slice(0, MOST).trim() }]
    } catch {
      return []
    }
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.jsonl'))
      .sort()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return []
    throw error
  }
}

/** Takes out of the spool what was committed. */
export function clearSpool(root: string, spooled: readonly Spooled[]): void {
  for (const { path } of spooled) rmSync(join(root, path), { force: true })
}

/**
 * Adds lines to a file below `.casectl/`.
 * @returns false where that cannot be written
 */
export function appendLines(root: string, path: RepoPath, lines: readonly string[]): boolean {
  const full = `${STATE_FOLDER}/${path}`
  try {
    refuseUnsafe(root, full)
    makeFoldersNow(join(root, full, '..'))
    appendFileSync(join(root, full), lines.map(line => `${line}\n`).join(''))
    return true
  } catch {
    return false
  }
}

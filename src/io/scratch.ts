import { readdir, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemCode } from '../lib/errors.js'
import { withLock } from './lock.js'
import { makeFolders } from './make-folders.js'

/** Old enough that whoever made a lock of git's within milliseconds is gone. */
const OLD_LOCK = 2000

/**
 * Runs work that no other process does at the same time in a repository, with an empty folder in the
 * shared part of `.git`: no working tree, index or search sees it. What an earlier run left there, since
 * it was killed, goes first.
 * @param common the folder that the working trees of the repository share
 * @param onLeftovers told before the work where an earlier run was cut short
 * @throws CasectlError `locked`
 */
export async function withScratch<T>(
  common: string,
  name: string,
  work: (folder: string) => Promise<T>,
  onLeftovers: () => Promise<void>,
): Promise<T> {
  const own = join(common, 'casectl')
  const folder = join(own, name)
  return withLock(join(own, `${name}.lock`), async () => {
    const left = await readdir(folder).catch(() => undefined)
    if (left !== undefined) await onLeftovers()
    await rm(folder, { recursive: true, force: true })
    await makeFolders(folder)
    try {
      return await work(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/**
 * Removes the locks that a killed git left on refs, which keep every later git from moving them. A lock
 * that is young may be held: it is given two seconds.
 * @param refs full names
 */
export async function sweepRefLocks(common: string, refs: readonly string[]): Promise<void> {
  for (const ref of refs) {
    const lock = join(common, `${ref}.lock`)
    const age = async (): Promise<number | undefined> => {
      const found = await stat(lock).catch(() => undefined)
      return found === undefined ? undefined : Date.now() - found.mtimeMs
    }
    const young = await age()
    if (young === undefined) continue
    if (young < OLD_LOCK) await sleep(OLD_LOCK - young)
    if ((await age()) === undefined) continue
    await unlink(lock).catch(error => {
      if (systemCode(error) !== 'ENOENT') throw error
    })
  }
}

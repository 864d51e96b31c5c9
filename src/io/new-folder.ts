import { createHash, type Hash, randomBytes } from 'node:crypto'
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import { syncFolder } from './atomic-write.js'
import { makeFolders } from './make-folders.js'
import { writeError } from './write-error.js'

/** A folder that appears whole or not at all. */
export interface NewFolder {
  /** Absolute path while it is being filled. */
  readonly path: string
  /** Adds a file, or text to the end of one that was added. */
  append(name: string, content: string | Uint8Array): Promise<void>
}

/**
 * Fills a folder beside its place and puts it there when all is written, with the SHA-256 of each
 * appended file in `SHA256SUMS`, as `sha256sum -c` reads it.
 * @param others names of files that the work writes by itself, with their SHA-256
 * @throws CasectlError `exists` where something stands at the place, `cannot-write`
 */
export async function makeFolder(
  target: string,
  work: (folder: NewFolder) => Promise<ReadonlyMap<string, string> | undefined>,
): Promise<void> {
  const place = resolve(target)
  if ((await lstat(place).catch(() => undefined)) !== undefined) throw exists(target)
  const path = join(dirname(place), `.casectl-${randomBytes(8).toString('hex')}.tmp`)
  const filling = new Filling(path)
  try {
    await makeFolders(path)
    const others = (await work(filling)) ?? new Map<string, string>()
    await filling.finish(others)
    await rename(path, place)
    await syncFolder(dirname(place))
  } catch (error) {
    await filling.close()
    await rm(path, { recursive: true, force: true })
    throw writeError(dirname(place), error)
  }
}

/** The file that names every other with its SHA-256. */
export const SUMS = 'SHA256SUMS'

class Filling implements NewFolder {
  readonly path: string
  readonly #files = new Map<string, { handle: FileHandle; hash: Hash }>()

  constructor(path: string) {
    this.path = path
  }

  async append(name: string, content: string | Uint8Array): Promise<void> {
    let file = this.#files.get(name)
    if (file === undefined) {
      const full = join(this.path, name)
      await makeFolders(dirname(full))
      file = { handle: await open(full, 'wx', 0o644), hash: createHash('sha256') }
      this.#files.set(name, file)
    }
    file.hash.update(content)
    await file.handle.writeFile(content)
  }

  async finish(others: ReadonlyMap<string, string>): Promise<void> {
    const sums = new Map(others)
    for (const [name, { handle, hash }] of this.#files) {
      await handle.sync()
      sums.set(name, hash.digest('hex'))
    }
    await this.close()
    const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => `${sum}  ${name}\n`)
    await this.append(SUMS, lines.join(''))
    await this.close()
  }

  async close(): Promise<void> {
    for (const { handle } of this.#files.values()) await handle.close().catch(() => undefined)
    this.#files.clear()
  }
}

function exists(target: string): CasectlError {
  return new CasectlError(
    'exists',
    { en: `${target} is there already.`, zh: `${target} 已存在。` },
    { en: 'Nothing is ever written over: give another name.', zh: '不会覆盖任何内容：请换一个名称。' },
  )
}

import { hash } from 'node:crypto'
import { linkSync, lstatSync, readFileSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { systemCode } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import type { ImportedFile } from '../model/import-record.js'
import { makeFoldersNow } from './make-folders.js'
import { refuseUnsafe } from './safe-path.js'

/** What became of a file that was to be published. */
export type Published = 'written' | 'there' | 'occupied' | 'lost'

/** Files of an import before they go into the library: below its journal, without fsync. */
export class Staging {
  readonly #root: string
  readonly #folder: string
  readonly #made = new Set<string>()
  readonly #safe = new Set<string>()

  constructor(root: string, journal: string) {
    this.#root = root
    this.#folder = join(journal, 'staging')
  }

  /** Writes a file, unless it stands there already with this content. Returns its hash. */
  put(path: RepoPath, content: string | Uint8Array, resumed: boolean): string {
    const sha256 = hash('sha256', content, 'hex')
    const full = join(this.#folder, path)
    if (resumed && hashOf(full) === sha256) return sha256
    this.#makeFolder(dirname(full))
    writeFileSync(full, content)
    return sha256
  }

  /**
   * Moves a staged file into the library, never over anything, never through a link.
   * @param verify reads it first: a crash may have left it cut
   */
  publish({ path, sha256 }: ImportedFile, verify: boolean): Published {
    const [from, to] = [join(this.#folder, path), join(this.#root, path)]
    this.#refuseUnsafe(path)
    this.#makeFolder(dirname(to))
    const staged = verify ? hashOf(from) : sha256
    if (staged !== undefined && staged !== sha256) return 'lost'
    try {
      linkSync(from, to)
    } catch (error) {
      const code = systemCode(error)
      if (code !== 'EEXIST' && code !== 'ENOENT') throw error
      if (hashOf(to) !== sha256) return code === 'EEXIST' ? 'occupied' : 'lost'
      remove(from)
      return 'there'
    }
    unlinkSync(from)
    return 'written'
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return
    makeFoldersNow(folder)
    this.#made.add(folder)
  }

  // Every folder on the way is looked at once; the file itself by `link`, which follows nothing.
  #refuseUnsafe(path: RepoPath): void {
    const folder = dirname(path)
    if (this.#safe.has(folder)) return
    refuseUnsafe(this.#root, `${folder}/-`)
    this.#safe.add(folder)
  }
}

/** Removes a published file if it is still as it was written; says what was found. */
export function withdraw(root: string, { path, sha256 }: ImportedFile): 'removed' | 'gone' | 'changed' {
  refuseUnsafe(root, path)
  const full = join(root, path)
  const found = hashOf(full)
  if (found === undefined) return 'gone'
  if (found !== sha256) return 'changed'
  unlinkSync(full)
  return 'removed'
}

/** Removes folders that are empty, the deepest first. */
export function removeEmpty(root: string, folders: readonly RepoPath[]): void {
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(root, folder))
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '')) throw error
    }
  }
}

/** The folders on the way to files that are not there yet, each once. */
export function missingFolders(root: string, folders: Iterable<RepoPath>): RepoPath[] {
  const missing = new Set<RepoPath>()
  for (const folder of folders) {
    const parts = folder.split('/')
    for (let i = 1; i <= parts.length; i++) {
      const path = parts.slice(0, i).join('/')
      if (lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined) missing.add(path)
    }
  }
  return [...missing]
}

function hashOf(full: string): string | undefined {
  try {
    if (!lstatSync(full).isFile()) return undefined
    return hash('sha256', readFileSync(full), 'hex')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
}

function remove(full: string): void {
  try {
    unlinkSync(full)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}

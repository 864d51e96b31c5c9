import { readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../lib/errors.js'
import { MANIFEST_FILE } from '../store/manifest.js'
import type { Storage } from '../store/storage.js'
import { STATE_FOLDER } from './apply.js'
import { replaceFile, sweep, syncFolder } from './atomic-write.js'
import {
  fileStorage,
  INDEX_FOLDER,
  PACK_NAME,
  readIndexFile,
  SOURCES_NAME,
  STAMP_FILE,
} from './index-storage.js'
import type { IndexCommit, IndexTarget } from './index-target.js'
import { layeredStorage } from './layered-storage.js'
import { withLock } from './lock.js'
import { makeFolders } from './make-folders.js'
import { refuseUnsafe } from './safe-path.js'

/** The files of the format before packs. */
const FORMER = ['header.json', 'documents.json', 'index.json']
const LOCK = `${STATE_FOLDER}/index.lock`
/** Packs that are written at once: the disk joins their flushes. */
const PARALLEL = 8

/**
 * Runs a build that may write to the index of a library, one at a time.
 * @param patience how long to wait for another build, in milliseconds
 * @returns undefined when the folder cannot be written to, before or in the middle of the work
 * @throws CasectlError `unsafe-path` when the folder is reached through a link, `locked`
 */
export async function withIndexWriter<T>(
  root: string,
  patience: number,
  work: (target: IndexTarget) => Promise<T>,
): Promise<T | undefined> {
  for (const path of [LOCK, `${INDEX_FOLDER}/${MANIFEST_FILE}`]) refuseUnsafe(root, path)
  try {
    await makeFolders(join(root, INDEX_FOLDER))
    return await withLock(join(root, LOCK), () => start(root, work), patience)
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
}

async function start<T>(root: string, work: (target: IndexTarget) => Promise<T>): Promise<T> {
  // Under the lock nobody else writes here.
  await sweep(join(root, INDEX_FOLDER))
  // The lock was written a moment ago.
  const { mtimeMs } = await stat(join(root, LOCK))
  const target = new FolderTarget(root, mtimeMs)
  try {
    return await work(target)
  } finally {
    await target.settled()
  }
}

class FolderTarget implements IndexTarget {
  readonly now: number
  readonly storage: Storage
  readonly #root: string
  readonly #folder: string
  /** What is being written, so that it can be read already. */
  readonly #pending = new Map<string, Uint8Array>()
  readonly #writes = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | undefined

  constructor(root: string, now: number) {
    this.now = now
    this.#root = root
    this.#folder = join(root, INDEX_FOLDER)
    this.storage = layeredStorage(this.#pending, fileStorage(root))
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    while (this.#writes.size >= PARALLEL) await Promise.race(this.#writes)
    if (this.#failure !== undefined) throw this.#failure.error
    this.#pending.set(name, bytes)
    const write = this.#write(name, bytes)
      .catch(error => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#pending.delete(name)
        this.#writes.delete(write)
      })
    this.#writes.add(write)
  }

  // A name says its contents, unless a byte was flipped on the disk: so it is looked at.
  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const there = readIndexFile(this.#root, name)
    if (there?.equals(bytes) !== true) await replaceFile(join(this.#folder, name), bytes)
  }

  async settled(): Promise<void> {
    await Promise.all(this.#writes)
  }

  async commit({ sources, manifest, stamp }: IndexCommit, keep: ReadonlySet<string>): Promise<void> {
    await this.settled()
    if (this.#failure !== undefined) throw this.#failure.error
    if (sources !== undefined) await replaceFile(join(this.#folder, sources.name), sources.bytes)
    if (manifest !== undefined) {
      await syncFolder(this.#folder)
      await replaceFile(join(this.#folder, MANIFEST_FILE), manifest)
    }
    if (stamp !== undefined) await replaceFile(join(this.#folder, STAMP_FILE), stamp)
    await this.#removeBut(keep)
    await syncFolder(this.#folder)
  }

  async #removeBut(keep: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const ours = PACK_NAME.test(name) || SOURCES_NAME.test(name) || FORMER.includes(name)
      if (ours && !keep.has(name)) await unlink(join(this.#folder, name))
    }
  }
}

import type { Storage } from '../store/storage.js'
import { fileStorage } from './index-storage.js'
import { layeredStorage } from './layered-storage.js'

/** Where a build puts what it makes. */
export interface IndexTarget {
  /** The time by the clock of the file system when the build began, in milliseconds since 1970. */
  readonly now: number
  /** Sees what was put as soon as it was put. */
  readonly storage: Storage
  /** Takes a pack; its bytes belong to the target from then on. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /**
   * Makes the index that of a manifest, whose packs were put or are there: readers see the one before
   * until this is done.
   * @param keep the names of all files that stay; other files of an index are removed
   */
  commit(files: IndexCommit, keep: ReadonlySet<string>): Promise<void>
}

/** The files that are written last, in this order. */
export interface IndexCommit {
  readonly sources?: { readonly name: string; readonly bytes: Uint8Array }
  readonly manifest?: string
  readonly stamp?: string
}

/** A build that cannot be written: over what is there, in memory. */
export function memoryTarget(root: string): IndexTarget {
  const files = new Map<string, Uint8Array>()
  return {
    now: Date.now(),
    storage: layeredStorage(files, fileStorage(root)),
    async put(name, bytes) {
      files.set(name, bytes)
    },
    async commit() {},
  }
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Tree } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import { READ_IN_PLACE } from './open-flags.js'
import { type FileLook, lookOf } from './scan.js'
import { treeOf } from './tree.js'

export interface FileNow {
  /** Good until the next file is read: all are read into one buffer. */
  readonly bytes: Uint8Array
  /** What the file looked like when it was opened. */
  readonly look: FileLook
}

/** Reads many small files of one library one after the other, four times as fast as several at once. */
export class FileReader {
  readonly #root: string
  readonly #buffer: Uint8Array
  readonly #tree: Tree
  #count = 0

  /** @param maxBytes what is larger is not read */
  constructor(root: string, maxBytes: number) {
    this.#root = root
    // One byte more shows a file that grew since it was opened.
    this.#buffer = new Uint8Array(maxBytes + 1)
    this.#tree = treeOf(root)
  }

  /** Files opened so far. */
  get count(): number {
    return this.#count
  }

  /**
   * The bytes of a file; undefined for what is no regular file of a size in bounds, is reached
   * through a link, or cannot be read.
   */
  read(path: RepoPath): FileNow | undefined {
    if (this.#tree(dirname(path)) !== 'folder') return undefined
    let descriptor: number | undefined
    try {
      descriptor = openSync(`${this.#root}/${path}`, READ_IN_PLACE)
      this.#count++
      const stat = fstatSync(descriptor)
      if (!stat.isFile() || stat.size >= this.#buffer.length) return undefined
      const length = this.#fill(descriptor, stat.size)
      if (length === this.#buffer.length) return undefined
      return { bytes: this.#buffer.subarray(0, length), look: lookOf(stat) }
    } catch {
      return undefined
    } finally {
      if (descriptor !== undefined) closeSync(descriptor)
    }
  }

  #fill(descriptor: number, size: number): number {
    let length = 0
    for (;;) {
      const room = this.#buffer.length - length
      const read = readSync(descriptor, this.#buffer, length, room, length)
      length += read
      // A last read of nothing is spared where the file is what it was said to be.
      if (read === 0 || (read < room && length === size)) return length
      if (length === this.#buffer.length) return length
    }
  }
}

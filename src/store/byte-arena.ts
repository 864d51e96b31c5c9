import { Numbers } from './numbers.js'

const FIRST_PIECE = 64 * 1024
/**
 * What is not used of a piece takes no room in memory, and pieces above 32 MiB go back to the system
 * at once when they are let go of (glibc keeps smaller ones: M_MMAP_THRESHOLD in mallopt(3)).
 */
const LARGEST_PIECE = 64 * 1024 * 1024

/** Many byte strings in few pieces, each larger than the one before, so that neither they nor their growth cost twice. */
export class ByteArena {
  readonly #pieces: Uint8Array[] = []
  #used = 0
  #next = FIRST_PIECE
  readonly #piece = new Numbers()
  readonly #start = new Numbers()
  readonly #length = new Numbers()

  /** Keeps a copy. They are numbered from 0. */
  add(bytes: Uint8Array): void {
    const last = this.#pieces.at(-1)
    if (last === undefined || this.#used + bytes.length > last.length) {
      this.#pieces.push(new Uint8Array(Math.max(this.#next, bytes.length)))
      this.#next = Math.min(this.#next * 2, LARGEST_PIECE)
      this.#used = 0
    }
    this.#pieces.at(-1)?.set(bytes, this.#used)
    this.#piece.push(this.#pieces.length - 1)
    this.#start.push(this.#used)
    this.#length.push(bytes.length)
    this.#used += bytes.length
  }

  /** Lets go of all of them. */
  clear(): void {
    this.#pieces.length = 0
    this.#next = FIRST_PIECE
    for (const column of [this.#piece, this.#start, this.#length]) column.clear()
  }

  /** All of them, in a piece of exactly their size. */
  joined(): JoinedBytes {
    const ends = new Uint32Array(this.#length.length)
    let end = 0
    for (const index of ends.keys()) ends[index] = end += this.#length.at(index)
    const bytes = new Uint8Array(end)
    for (const index of ends.keys()) bytes.set(this.get(index), index === 0 ? 0 : ends[index - 1])
    return { bytes, ends }
  }

  get(index: number): Uint8Array {
    const start = this.#start.at(index)
    return this.#pieces[this.#piece.at(index)]?.subarray(start, start + this.#length.at(index)) ?? NOTHING
  }
}

/** Byte strings one behind the other. */
export interface JoinedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where each ends. */
  readonly ends: Uint32Array<ArrayBuffer>
}

/** One of them, as a view. */
export function joinedAt({ bytes, ends }: JoinedBytes, index: number): Uint8Array {
  return bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index])
}

const NOTHING = new Uint8Array(0)

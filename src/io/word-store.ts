import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes that are gathered before they are written. */
const PIECE = 1024 * 1024

/** Sets of words of many texts, kept in a file of a temporary folder and read back one by one. */
export class WordStore {
  readonly #descriptor: number
  readonly #starts: number[] = [0]
  #pending: Buffer[] = []
  #pendingBytes = 0
  #written = 0

  /** @param folder a temporary one, whose end is the end of the file too */
  constructor(folder: string) {
    this.#descriptor = openSync(join(folder, 'words'), 'w+')
  }

  /** Keeps a set and returns its number: 0, 1, 2 … */
  add(words: Uint32Array): number {
    this.#pending.push(Buffer.from(new Uint8Array(words.buffer, words.byteOffset, words.byteLength)))
    this.#pendingBytes += words.byteLength
    this.#starts.push((this.#starts.at(-1) ?? 0) + words.byteLength)
    if (this.#pendingBytes >= PIECE) this.#flush()
    return this.#starts.length - 2
  }

  get(number: number): Uint32Array {
    this.#flush()
    const start = this.#starts[number] ?? 0
    const bytes = new Uint8Array((this.#starts[number + 1] ?? start) - start)
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(this.#descriptor, bytes, at, bytes.length - at, start + at)
      if (read === 0) throw new RangeError('the words are cut off')
      at += read
    }
    return new Uint32Array(bytes.buffer)
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return
    const bytes = Buffer.concat(this.#pending)
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#descriptor, bytes, at, bytes.length - at, this.#written + at)
    }
    this.#written += bytes.length
    this.#pending = []
    this.#pendingBytes = 0
  }
}

import type { FilePieces } from '../../model/file-pieces.js'

/** Most bytes of one block of metadata; what a block holds behind them is not read. */
export const MAX_BLOCK = 256 * 1024
/** Most bytes read of one image. A camera writes some 20 KiB, a picture editor up to 100. */
export const MAX_BYTES = 1024 * 1024
/** Most pieces read of one image: a PNG has a chunk for every 8 KiB of its picture, or for 32. */
export const MAX_PIECES = 16_384

/** Pieces of a file up to a bound; behind it every piece is empty, so that a reader comes to its end. */
export class BoundedPieces implements FilePieces {
  readonly size: number
  readonly #file: FilePieces
  #bytes = 0
  #pieces = 0

  constructor(file: FilePieces) {
    this.size = file.size
    this.#file = file
  }

  /** True when the bound kept something from being read. */
  get exceeded(): boolean {
    return this.#bytes > MAX_BYTES || this.#pieces > MAX_PIECES
  }

  piece(start: number, length: number): Uint8Array {
    const bytes = Math.min(length, this.size - start, MAX_BLOCK)
    if (start < 0 || bytes <= 0 || this.exceeded) return EMPTY
    this.#bytes += bytes
    this.#pieces++
    return this.exceeded ? EMPTY : this.#file.piece(start, bytes)
  }
}

const EMPTY = new Uint8Array(0)

/** A file's bytes, a piece at a time. */
export interface FilePieces {
  /** Bytes of the whole. */
  readonly size: number
  /** The bytes from `start` on, fewer than `length` where the file ends. */
  piece(start: number, length: number): Uint8Array
}

/** Bytes that are at hand. */
export function piecesOf(bytes: Uint8Array): FilePieces {
  return { size: bytes.length, piece: (start, length) => bytes.subarray(start, start + length) }
}

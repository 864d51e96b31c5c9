import { type FilePieces, piecesOf } from '../../model/file-pieces.js'
import { latin1, viewOf } from './bytes.js'

/** A box of the ISO base media file format. */
export interface Box {
  readonly type: string
  /** Of its content, in the file that it was read from. */
  readonly start: number
  readonly length: number
}

/** Most boxes read of one level. */
const MAX_BOXES = 4096

/** The boxes from a place on (ISO/IEC 14496-12, 4.2): length, type, content. */
export function* boxesOf(file: FilePieces, from = 0): Iterable<Box> {
  let at = from
  for (let count = 0; count < MAX_BOXES && at + 8 <= file.size; count++) {
    const bytes = file.piece(at, 16)
    if (bytes.length < 8) return
    const view = viewOf(bytes)
    let size = view.getUint32(0)
    let head = 8
    // 1: the length follows in eight bytes; 0: up to the end.
    if (size === 1 && bytes.length === 16) {
      size = view.getUint32(8) * 2 ** 32 + view.getUint32(12)
      head = 16
    } else if (size === 0) size = file.size - at
    if (size < head) return
    yield { type: latin1(bytes.subarray(4, 8)), start: at + head, length: size - head }
    at += size
  }
}

/** A box's content, as far as a bound lets it be read. */
export function contentOf(file: FilePieces, { start, length }: Box): FilePieces {
  return piecesOf(file.piece(start, length))
}

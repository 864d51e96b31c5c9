import type { FilePieces } from '../../model/file-pieces.js'
import type { ImageField } from '../../model/image-metadata.js'
import { startsWith, utf8, viewOf } from './bytes.js'
import type { ImageFacts } from './image-facts.js'

/** Data sets of the application record (IPTC-IIM 4.2, section 6); 'text' is free text. */
const DATA_SETS: ReadonlyMap<number, ImageField | 'text'> = new Map([
  [5, 'text'],
  [25, 'text'],
  [80, 'author'],
  [90, 'place'],
  [92, 'place'],
  [105, 'text'],
  [116, 'text'],
  [118, 'contact'],
  [120, 'text'],
  [122, 'author'],
])
/** Number of the resource that holds the data sets (Photoshop file format, image resources). */
const IPTC_RESOURCE = 0x0404

/** Reads data sets: 0x1c, record, number, length of two bytes, value. */
export function readIptc(bytes: Uint8Array, facts: ImageFacts): void {
  const view = viewOf(bytes)
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; ) {
    const length = view.getUint16(at + 3)
    // The highest bit says that the length itself is longer: only pictures need that.
    if (length >= 0x8000) return
    const field = bytes[at + 1] === 2 ? DATA_SETS.get(bytes[at + 2] ?? 0) : undefined
    if (field !== undefined) {
      const value = utf8(bytes.subarray(at + 5, at + 5 + length))
      if (field === 'text') facts.text(value)
      else facts.field(field, value)
    }
    at += 5 + length
  }
}

/** Reads Photoshop's resources: `8BIM`, number, name, length of four bytes, value. */
export function readPhotoshop(file: FilePieces, facts: ImageFacts): void {
  for (let at = 0; at + 12 <= file.size; ) {
    const head = file.piece(at, 12)
    if (!startsWith(head, '8BIM') || head.length < 12) return
    // A name has a byte for its length; both together are an even number.
    const name = ((head[6] ?? 0) + 2) & ~1
    const length = file.piece(at + 6 + name, 4)
    if (length.length < 4) return
    const size = viewOf(length).getUint32(0)
    const start = at + 10 + name
    if (viewOf(head).getUint16(4) === IPTC_RESOURCE) readIptc(file.piece(start, size), facts)
    at = start + size + (size & 1)
  }
}

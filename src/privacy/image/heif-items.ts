import type { FilePieces } from '../../model/file-pieces.js'
import { boxesOf } from './boxes.js'
import { cutAtNul, latin1, viewOf } from './bytes.js'

/** Where a piece of an item stands: in the file, or in the `idat` box of its `meta` box. */
export interface Extent {
  readonly within: 'file' | 'idat'
  readonly start: number
  /** 0 for everything up to the end. */
  readonly length: number
}

/** Most items looked at; a large photograph is made of some hundred tiles. */
const MAX_ITEMS = 4096

/** The items that hold metadata (ISO/IEC 14496-12, 8.11.6; 23008-12, annex A): id → which kind. */
export function metadataItems(iinf: FilePieces): ReadonlyMap<number, 'exif' | 'xmp'> {
  const items = new Map<number, 'exif' | 'xmp'>()
  const [version = 0] = iinf.piece(0, 1)
  for (const { type, start, length } of boxesOf(iinf, version === 0 ? 6 : 8)) {
    if (type !== 'infe') continue
    const bytes = iinf.piece(start, length)
    const wide = bytes[0] === 3
    if (!wide && bytes[0] !== 2) continue
    // Version and flags 4, id 2 or 4, protection 2, type 4, name, for `mime` what it is.
    const at = wide ? 10 : 8
    if (at + 4 > bytes.length) continue
    const id = wide ? viewOf(bytes).getUint32(4) : viewOf(bytes).getUint16(4)
    const kind = latin1(bytes.subarray(at, at + 4))
    const content = latin1(cutAtNul(cutAtNul(bytes.subarray(at + 4))[1])[0])
    if (kind === 'Exif') items.set(id, 'exif')
    else if (kind === 'mime' && content === 'application/rdf+xml') items.set(id, 'xmp')
  }
  return items
}

/** Where items stand (ISO/IEC 14496-12, 8.11.3); of an item in several pieces the first. */
export function extentsOf(iloc: Uint8Array): ReadonlyMap<number, Extent> {
  const extents = new Map<number, Extent>()
  const reader = new Fields(iloc)
  const version = reader.next(1)
  reader.next(3)
  const sizes = reader.next(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  const wide = version < 2 ? 2 : 4
  const count = Math.min(reader.next(wide), MAX_ITEMS)
  for (let i = 0; i < count && !reader.ended; i++) {
    const id = reader.next(wide)
    const method = version === 0 ? 0 : reader.next(2) & 15
    reader.next(2)
    const base = reader.next(baseSize)
    const pieces = reader.next(2)
    for (let piece = 0; piece < pieces && !reader.ended; piece++) {
      reader.next(indexSize)
      const start = base + reader.next(offsetSize)
      const length = reader.next(lengthSize)
      if (piece === 0 && !reader.ended && method < 2) {
        extents.set(id, { within: method === 0 ? 'file' : 'idat', start, length })
      }
    }
  }
  return extents
}

/** Numbers one behind the other; 0 behind the end. */
class Fields {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get ended(): boolean {
    return this.#at > this.#bytes.length
  }

  next(size: number): number {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + (this.#bytes[this.#at + i] ?? 0)
    this.#at += size
    return value
  }
}

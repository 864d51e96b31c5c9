import { type FilePieces, piecesOf } from '../../model/file-pieces.js'
import type { ImageField } from '../../model/image-metadata.js'
import { startsWith, utf8, viewOf } from './bytes.js'
import * as tags from './exif-tags.js'
import type { ImageFacts } from './image-facts.js'
import { readIptc, readPhotoshop } from './iptc.js'
import { readXmp } from './xmp.js'

/** Bytes of a directory entry: tag 2, type 2, count 4, value or offset 4 (TIFF 6.0, section 2). */
const ENTRY = 12
/** Most entries read of one directory; cameras write a few dozen. */
const MAX_ENTRIES = 512
/** Most directories of one file; a scan has one a page. */
const MAX_DIRECTORIES = 16
/** Bytes of a value by its type, BYTE to DOUBLE. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

interface Entry {
  readonly tag: number
  /** Where the value stands, and its bytes. */
  readonly start: number
  readonly length: number
  /** The value itself, where it is an offset. */
  readonly pointer: number
}

/** Reads TIFF data: a TIFF file, or the EXIF block of another image. */
export function readTiff(file: FilePieces, facts: ImageFacts): void {
  const head = file.piece(0, 8)
  const little = startsWith(head, 'II*\0')
  if (head.length < 8 || (!little && !startsWith(head, 'MM\0*'))) return
  new TiffReader(file, little, facts).pages(viewOf(head).getUint32(4, little))
}

class TiffReader {
  readonly #file: FilePieces
  readonly #little: boolean
  readonly #facts: ImageFacts
  /** Directories that were read: they may point to each other in a circle. */
  readonly #seen = new Set<number>()

  constructor(file: FilePieces, little: boolean, facts: ImageFacts) {
    this.#file = file
    this.#little = little
    this.#facts = facts
  }

  pages(first: number): void {
    for (let at = first; at !== 0; ) at = this.#directory(at, entry => this.#entry(entry))
  }

  /** Gives the offset of the next directory, 0 behind the last one. */
  #directory(offset: number, use: (entry: Entry) => void): number {
    if (this.#seen.has(offset) || this.#seen.size === MAX_DIRECTORIES) return 0
    this.#seen.add(offset)
    const written = this.#number(this.#file.piece(offset, 2), 0, 2)
    const count = Math.min(written, MAX_ENTRIES)
    const bytes = this.#file.piece(offset + 2, count * ENTRY)
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = (SIZES[this.#number(bytes, at + 2, 2)] ?? 0) * this.#number(bytes, at + 4, 4)
      const pointer = this.#number(bytes, at + 8, 4)
      const start = length <= 4 ? offset + 2 + at + 8 : pointer
      use({ tag: this.#number(bytes, at, 2), start, length, pointer })
    }
    return this.#number(this.#file.piece(offset + 2 + written * ENTRY, 4), 0, 4)
  }

  #entry(entry: Entry): void {
    const { tag, pointer } = entry
    const text = tags.TEXT_TAGS.get(tag)
    if (text !== undefined) this.#text(entry, ...text)
    else if (tag === tags.EXIF_DIRECTORY) this.#directory(pointer, nested => this.#entry(nested))
    else if (tag === tags.GPS_DIRECTORY) this.#directory(pointer, nested => this.#position(nested))
    else if (tag === tags.XMP_BLOCK) readXmp(utf8(this.#value(entry)), this.#facts)
    else if (tag === tags.IPTC_BLOCK) readIptc(this.#value(entry), this.#facts)
    else if (tag === tags.PHOTOSHOP_BLOCK) readPhotoshop(piecesOf(this.#value(entry)), this.#facts)
  }

  #text(entry: Entry, field: ImageField | 'text', form: tags.TextForm): void {
    const value = this.#decode(this.#value(entry), form)
    if (field === 'text') this.#facts.text(value)
    else this.#facts.field(field, value)
  }

  /** A camera without reception writes zeros, or the directory with its version alone. */
  #position(entry: Entry): void {
    if (tags.POSITIONS.has(entry.tag) && this.#value(entry).some((byte, i) => isNumerator(i) && byte !== 0)) {
      this.#facts.fields.add('gps')
    }
  }

  #value({ start, length }: Entry): Uint8Array {
    return this.#file.piece(start, length)
  }

  #decode(bytes: Uint8Array, form: tags.TextForm): string {
    if (form === 'utf16') return new TextDecoder('utf-16le').decode(bytes)
    if (form === 'plain') return utf8(bytes)
    // The first eight bytes name the code page (EXIF 2.32, table 9).
    const text = bytes.subarray(8)
    if (!startsWith(bytes, 'UNICODE\0')) return utf8(text)
    return this.#little ? new TextDecoder('utf-16le').decode(text) : fromUtf16be(text)
  }

  #number(bytes: Uint8Array, at: number, size: 2 | 4): number {
    if (at + size > bytes.length) return 0
    const view = viewOf(bytes)
    return size === 2 ? view.getUint16(at, this.#little) : view.getUint32(at, this.#little)
  }
}

/** Of a rational the first four bytes count, the last four divide. */
function isNumerator(index: number): boolean {
  return index % 8 < 4
}

function fromUtf16be(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length & ~1)
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    swapped[i] = bytes[i + 1] ?? 0
    swapped[i + 1] = bytes[i] ?? 0
  }
  return new TextDecoder('utf-16le').decode(swapped)
}

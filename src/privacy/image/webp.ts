import type { FilePieces } from '../../model/file-pieces.js'
import { latin1, partOf, startsWith, utf8, viewOf } from './bytes.js'
import type { ImageFacts } from './image-facts.js'
import { readTiff } from './tiff.js'
import { readXmp } from './xmp.js'

/** Some writers keep what stands in front of EXIF data in a JPEG. */
const JPEG_NAME = 'Exif\0\0'

/** Reads the chunks of a WebP (RFC 9649, 2.3): name, length, data, a byte where the length is odd. */
export function readWebp(file: FilePieces, facts: ImageFacts): void {
  for (let at = 12; at + 8 <= file.size; ) {
    const head = file.piece(at, 8)
    if (head.length < 8) return
    const length = viewOf(head).getUint32(4, true)
    const name = latin1(head.subarray(0, 4))
    const data = partOf(file, at + 8, length)
    if (name === 'EXIF') {
      const skip = startsWith(data.piece(0, JPEG_NAME.length), JPEG_NAME) ? JPEG_NAME.length : 0
      readTiff(partOf(data, skip, length - skip), facts)
    } else if (name === 'XMP ') readXmp(utf8(data.piece(0, length)), facts)
    at += 8 + length + (length & 1)
  }
}

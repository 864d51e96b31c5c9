import type { FilePieces } from '../../model/file-pieces.js'
import { partOf, startsWith, utf8, viewOf } from './bytes.js'
import type { ImageFacts } from './image-facts.js'
import { readPhotoshop } from './iptc.js'
import { readTiff } from './tiff.js'
import { readXmp } from './xmp.js'

const EXIF = 'Exif\0\0'
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const PHOTOSHOP = 'Photoshop 3.0\0'

/** Reads the segments of a JPEG up to the picture itself (ITU-T T.81, annex B). */
export function readJpeg(file: FilePieces, facts: ImageFacts): void {
  for (let at = 2; at + 4 <= file.size; ) {
    const head = file.piece(at, 4)
    if (head.length < 4 || head[0] !== 0xff) return
    const marker = head[1] ?? 0
    // A fill byte; then markers that stand alone; then the start of the picture.
    if (marker === 0xff) at++
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (marker === 0xda || marker === 0xd9) return
    else {
      const length = viewOf(head).getUint16(2)
      if (length < 2) return
      readSegment(marker, partOf(file, at + 4, length - 2), facts)
      at += 2 + length
    }
  }
}

function readSegment(marker: number, segment: FilePieces, facts: ImageFacts): void {
  if (marker === 0xfe) facts.text(utf8(segment.piece(0, segment.size)))
  if (marker !== 0xe1 && marker !== 0xed) return
  const name = segment.piece(0, XMP.length)
  const behind = (known: string) => partOf(segment, known.length, segment.size - known.length)
  if (startsWith(name, EXIF)) readTiff(behind(EXIF), facts)
  else if (startsWith(name, XMP)) readXmp(utf8(behind(XMP).piece(0, segment.size)), facts)
  else if (startsWith(name, PHOTOSHOP)) readPhotoshop(behind(PHOTOSHOP), facts)
}

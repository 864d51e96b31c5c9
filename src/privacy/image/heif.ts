import { type FilePieces, piecesOf } from '../../model/file-pieces.js'
import { type Box, boxesOf, contentOf } from './boxes.js'
import { partOf, utf8, viewOf } from './bytes.js'
import { extentsOf, metadataItems } from './heif-items.js'
import type { ImageFacts } from './image-facts.js'
import { readTiff } from './tiff.js'
import { readXmp } from './xmp.js'

/** Reads the metadata items of a HEIC or AVIF image (ISO/IEC 23008-12). */
export function readHeif(file: FilePieces, facts: ImageFacts): void {
  for (const box of boxesOf(file)) if (box.type === 'meta') readMeta(file, box, facts)
}

function readMeta(file: FilePieces, meta: Box, facts: ImageFacts): void {
  const content = contentOf(file, meta)
  // A `meta` box has a version and flags in front.
  const boxes = new Map([...boxesOf(content, 4)].map(box => [box.type, box]))
  const [iinf, iloc, idat] = ['iinf', 'iloc', 'idat'].map(type => {
    const box = boxes.get(type)
    return box === undefined ? piecesOf(new Uint8Array(0)) : contentOf(content, box)
  })
  if (iinf === undefined || iloc === undefined || idat === undefined) return
  const extents = extentsOf(iloc.piece(0, iloc.size))
  for (const [id, kind] of metadataItems(iinf)) {
    const extent = extents.get(id)
    if (extent === undefined) continue
    const within = extent.within === 'file' ? file : idat
    const item = partOf(within, extent.start, extent.length === 0 ? within.size : extent.length)
    if (kind === 'xmp') readXmp(utf8(item.piece(0, item.size)), facts)
    else readExif(item, facts)
  }
}

/** In front of the TIFF data stands how far behind it begins (23008-12, A.2.1). */
function readExif(item: FilePieces, facts: ImageFacts): void {
  const head = item.piece(0, 4)
  if (head.length < 4) return
  const start = 4 + viewOf(head).getUint32(0)
  readTiff(partOf(item, start, item.size - start), facts)
}

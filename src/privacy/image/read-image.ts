import type { FilePieces } from '../../model/file-pieces.js'
import type { ImageField } from '../../model/image-metadata.js'
import type { Allowed, DatumType } from '../../model/personal-data.js'
import { BoundedPieces, MAX_BLOCK } from './bounded-pieces.js'
import { latin1, utf8 } from './bytes.js'
import { readHeif } from './heif.js'
import { ImageFacts } from './image-facts.js'
import { readJpeg } from './jpeg.js'
import { readPng } from './png.js'
import { readTiff } from './tiff.js'
import { readWebp } from './webp.js'
import { readXmp } from './xmp.js'

/** What an image's metadata says of people: kinds, each once, and never a value. */
export interface ImageMetadata {
  /** True for a drawing that is text, which an editor mends. */
  readonly drawing: boolean
  readonly fields: readonly ImageField[]
  /** Types of personal data in titles, descriptions and comments. */
  readonly data: readonly DatumType[]
  /** True when something was not looked at: it is packed, or it lies behind the bound. */
  readonly unread: boolean
}

type Reader = (file: FilePieces, facts: ImageFacts) => void

/** By the bytes that files begin with; names are not believed. */
const FORMATS: readonly (readonly [RegExp, Reader])[] = [
  [/^\xff\xd8\xff/, readJpeg],
  [/^\x89PNG\r\n\x1a\n/, readPng],
  [/^RIFF[\s\S]{4}WEBP/, readWebp],
  [/^(?:II\*\0|MM\0\*)/, readTiff],
  [/^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif[12]|msf1|avi[fs])/, readHeif],
]

/**
 * Reads EXIF, XMP, IPTC and plain texts of a JPEG, PNG, WebP, TIFF, HEIC or AVIF image, and the metadata
 * of an SVG drawing. At most a MiB is read of a file, 256 KiB of a block; nothing packed is opened.
 * Undefined for any other file. Whatever the bytes are, this ends and does not throw.
 * @param allowed what the library does not count as personal
 */
export function readImageMetadata(
  file: FilePieces,
  allowed: Allowed = () => false,
): ImageMetadata | undefined {
  const bounded = new BoundedPieces(file)
  const start = latin1(bounded.piece(0, 16))
  const facts = new ImageFacts(allowed)
  const reader = FORMATS.find(([magic]) => magic.test(start))?.[1]
  const drawing = reader === undefined
  if (drawing && !readDrawing(bounded, facts)) return undefined
  reader?.(bounded, facts)
  const { fields, data, packed } = facts
  return { drawing, fields: [...fields], data: [...data], unread: packed || bounded.exceeded }
}

/** @returns false for what is no drawing */
function readDrawing(file: BoundedPieces, facts: ImageFacts): boolean {
  const start = utf8(file.piece(0, 1024))
  if (!/^\ufeff?\s*<(?:\?xml|!DOCTYPE|!--|svg)/i.test(start)) return false
  const text = utf8(file.piece(0, MAX_BLOCK))
  if (!/<svg[\s>]/.test(text)) return false
  readXmp(text, facts)
  return true
}

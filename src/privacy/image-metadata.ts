/** What an image says of where, when and by whom it was taken; names of fields, never their values. */
export type ImageField =
  | 'gps'
  | 'maker'
  | 'model'
  | 'serial'
  | 'owner'
  | 'artist'
  | 'taken'
  | 'description'
  | 'comment'

/** EXIF 2.32, tags of the first directory and of the Exif one. */
const TAGS: ReadonlyMap<number, ImageField> = new Map([
  [0x010e, 'description'],
  [0x010f, 'maker'],
  [0x0110, 'model'],
  [0x013b, 'artist'],
  [0x9003, 'taken'],
  [0x9286, 'comment'],
  [0xa430, 'owner'],
  [0xa431, 'serial'],
  [0xa435, 'serial'],
])
const GPS_DIRECTORY = 0x8825
const EXIF_DIRECTORY = 0x8769
/** Bytes of a TIFF directory entry: tag 2, type 2, count 4, value or offset 4. */
const ENTRY = 12
/** Most entries read of one directory; cameras write a few dozen. */
const MAX_ENTRIES = 512

/**
 * The personal fields in a JPEG's APP1 or a PNG's eXIf chunk, each once. Empty for an image
 * without, and for bytes that are no such image; never throws.
 */
export function imageFields(bytes: Uint8Array): readonly ImageField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tiff = jpegExif(view) ?? pngExif(view)
  return tiff === undefined ? [] : [...fieldsOf(tiff)].sort()
}

/** The TIFF data of the APP1 segment (JEITA CP-3451, 4.7.2). */
function jpegExif(view: DataView): DataView | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    // Start of scan: the picture itself begins.
    if (marker === 0xda) return undefined
    const length = view.getUint16(at + 2)
    const data = at + 4
    const end = at + 2 + length
    if (length < 2 || end > view.byteLength) return undefined
    const exif = marker === 0xe1 && length >= 8 && view.getUint32(data) === 0x45786966
    if (exif) return part(view, data + 6, end)
    at = end
  }
  return undefined
}

/** The eXIf chunk (PNG third edition, 11.3.4.5). */
function pngExif(view: DataView): DataView | undefined {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47) return undefined
  let at = 8
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at)
    const data = at + 8
    if (data + length > view.byteLength) return undefined
    if (view.getUint32(at + 4) === 0x65584966) return part(view, data, data + length)
    at = data + length + 4
  }
  return undefined
}

function part(view: DataView, start: number, end: number): DataView | undefined {
  return start < end ? new DataView(view.buffer, view.byteOffset + start, end - start) : undefined
}

function fieldsOf(tiff: DataView): ReadonlySet<ImageField> {
  const fields = new Set<ImageField>()
  if (tiff.byteLength < 8) return fields
  const order = tiff.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return fields
  const little = order === 0x4949
  const directory = (offset: number, nested: boolean): void => {
    for (const { tag, count, value } of entries(tiff, offset, little)) {
      const field = TAGS.get(tag)
      if (field !== undefined && count > 0) fields.add(field)
      // A camera without reception writes the directory with its version alone.
      if (tag === GPS_DIRECTORY && entries(tiff, value, little).length > 1) fields.add('gps')
      if (tag === EXIF_DIRECTORY && !nested) directory(value, true)
    }
  }
  directory(tiff.getUint32(4, little), false)
  return fields
}

function entries(
  tiff: DataView,
  offset: number,
  little: boolean,
): { tag: number; count: number; value: number }[] {
  if (offset + 2 > tiff.byteLength) return []
  const count = Math.min(tiff.getUint16(offset, little), MAX_ENTRIES)
  const out = []
  for (let i = 0, at = offset + 2; i < count && at + ENTRY <= tiff.byteLength; i++, at += ENTRY) {
    out.push({
      tag: tiff.getUint16(at, little),
      count: tiff.getUint32(at + 4, little),
      value: tiff.getUint32(at + 8, little),
    })
  }
  return out
}

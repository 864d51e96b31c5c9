/** Images of a few bytes, made here: what metadata formats look like, and nothing of a picture. */

const text = (value: string): number[] => [...new TextEncoder().encode(value)]

/** A number of so many bytes, the highest first. */
function big(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256)
}

const little = (value: number, bytes: number): number[] => big(value, bytes).reverse()

/** A text, a list of rationals, a whole number, bytes as they are, or a directory. */
export type TiffValue = string | readonly number[] | number | Uint8Array | TiffDirectory
export interface TiffDirectory {
  readonly [tag: number]: TiffValue
}

/** A TIFF file of directories, one behind the other: first all entries, then what they point to. */
export function tiff(directory: TiffDirectory, order: 'little' | 'big' = 'little'): Uint8Array {
  const number = order === 'little' ? little : big
  const bytes = [...text(order === 'little' ? 'II' : 'MM'), ...number(42, 2), ...number(8, 4)]
  write(directory)
  return Uint8Array.from(bytes)

  function write(entries: TiffDirectory): void {
    const tags = Object.keys(entries).map(Number)
    const start = bytes.length
    bytes.push(...number(tags.length, 2), ...new Array<number>(tags.length * 12 + 4).fill(0))
    for (const [i, tag] of tags.entries()) {
      const [type, count, value] = encode(entries[tag] ?? 0)
      bytes.splice(
        start + 2 + i * 12,
        12,
        ...number(tag, 2),
        ...number(type, 2),
        ...number(count, 4),
        ...value,
      )
    }
  }

  /** Type, count, and the four bytes of value or offset. */
  function encode(value: TiffValue): [number, number, number[]] {
    if (typeof value === 'number') return [4, 1, number(value, 4)]
    if (value instanceof Uint8Array) return [7, value.length, place([...value])]
    if (typeof value === 'string') return [2, value.length + 1, place([...text(value), 0])]
    if (Array.isArray(value)) {
      const rationals = value.flatMap((one: number) => [...number(one, 4), ...number(1, 4)])
      return [5, value.length, place(rationals)]
    }
    const offset = bytes.length
    write(value as TiffDirectory)
    return [4, 1, number(offset, 4)]
  }

  function place(value: number[]): number[] {
    if (value.length <= 4) return [...value, 0, 0, 0, 0].slice(0, 4)
    const offset = bytes.length
    bytes.push(...value)
    return number(offset, 4)
  }
}

/** A JPEG with segments: marker and content. */
export function jpeg(...segments: readonly (readonly [marker: number, content: Uint8Array])[]): Uint8Array {
  const written = segments.flatMap(([marker, content]) => [
    0xff,
    marker,
    ...big(content.length + 2, 2),
    ...content,
  ])
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...written, 0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9])
}

export const exifSegment = (data: Uint8Array): readonly [number, Uint8Array] => [
  0xe1,
  Uint8Array.from([...text('Exif\0\0'), ...data]),
]

export const xmpSegment = (packet: string): readonly [number, Uint8Array] => [
  0xe1,
  Uint8Array.from(text(`http://ns.adobe.com/xap/1.0/\0${packet}`)),
]

/** Photoshop's segment with data sets of IPTC: number and value. */
export function iptcSegment(sets: Readonly<Record<number, string>>): readonly [number, Uint8Array] {
  const data = iptc(sets)
  const other = [...text('8BIM'), ...big(0x0425, 2), 3, ...text('abc'), ...big(3, 4), 1, 2, 3, 0]
  const own = [...text('8BIM'), ...big(0x0404, 2), 0, 0, ...big(data.length, 4), ...data]
  return [0xed, Uint8Array.from([...text('Photoshop 3.0\0'), ...other, ...own])]
}

export function iptc(sets: Readonly<Record<number, string>>): Uint8Array {
  const data = Object.entries(sets).flatMap(([number, value]) => [
    0x1c,
    2,
    Number(number),
    ...big(text(value).length, 2),
    ...text(value),
  ])
  return Uint8Array.from(data)
}

/** A PNG with chunks: type and content. */
export function png(
  ...chunks: readonly (readonly [type: string, content: Uint8Array | string])[]
): Uint8Array {
  const all = [['IHDR', new Uint8Array(13)], ...chunks, ['IEND', '']] as const
  const written = all.flatMap(([type, content]) => {
    const data = typeof content === 'string' ? text(content) : [...content]
    return [...big(data.length, 4), ...text(type), ...data, 0, 0, 0, 0]
  })
  return Uint8Array.from([0x89, ...text('PNG\r\n\x1a\n'), ...written])
}

/** A WebP with chunks: name and content. */
export function webp(
  ...chunks: readonly (readonly [name: string, content: Uint8Array | string])[]
): Uint8Array {
  const written = chunks.flatMap(([name, content]) => {
    const data = typeof content === 'string' ? text(content) : [...content]
    return [...text(name), ...little(data.length, 4), ...data, ...(data.length % 2 === 1 ? [0] : [])]
  })
  return Uint8Array.from([...text('RIFF'), ...little(written.length + 4, 4), ...text('WEBP'), ...written])
}

function box(type: string, ...content: readonly (readonly number[])[]): number[] {
  const data = content.flat()
  return [...big(data.length + 8, 4), ...text(type), ...data]
}

/** A HEIC or AVIF image with an EXIF item in the file's data and a packet of XMP in `idat`. */
export function heif(brand: 'heic' | 'avif', exif: Uint8Array, xmp: string): Uint8Array {
  const item = (id: number, type: string, ...more: number[]) =>
    box('infe', [2, 0, 0, 0], big(id, 2), [0, 0], text(type), [0], more)
  const ftyp = box('ftyp', text(brand), big(0, 4), text('mif1'))
  const infos = [item(1, 'hvc1'), item(2, 'Exif'), item(3, 'mime', ...text('application/rdf+xml\0'))]
  const iinf = box('iinf', [0, 0, 0, 0], big(infos.length, 2), ...infos)
  const exifItem = [...big(6, 4), ...text('Exif\0\0'), ...exif]
  const place = (id: number, method: number, start: number, length: number) =>
    [big(id, 2), big(method, 2), big(0, 2), big(1, 2), big(start, 4), big(length, 4)].flat()
  const iloc = (start: number) =>
    box('iloc', [1, 0, 0, 0], [0x44, 0x00], big(2, 2), place(2, 0, start, exifItem.length), place(3, 1, 0, 0))
  const meta = (start: number) => box('meta', [0, 0, 0, 0], iinf, iloc(start), box('idat', text(xmp)))
  const start = ftyp.length + meta(0).length + 8
  return Uint8Array.from([...ftyp, ...meta(start), ...box('mdat', exifItem)])
}

export const svg = (metadata: string): Uint8Array =>
  Uint8Array.from(text(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${metadata}</svg>`))

/** Directories and tags of EXIF. */
export const TAG = {
  description: 0x010e,
  artist: 0x013b,
  gps: 0x8825,
  exif: 0x8769,
  comment: 0x9286,
  xpAuthor: 0x9c9d,
  owner: 0xa430,
  serial: 0xa431,
  xmp: 0x02bc,
  iptc: 0x83bb,
} as const

/** A place: latitude and longitude in degrees, minutes and seconds. */
export const POSITION: TiffDirectory = { 1: 'N', 2: [31, 13, 5], 3: 'E', 4: [121, 28, 9] }

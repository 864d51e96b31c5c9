import { createInflateRaw } from 'node:zlib'

/** What an archive may not be, so that reading it cannot fill the memory or reach out of it. */
export type ZipFault = 'no-zip' | 'too-large' | 'doctype' | 'encrypted'

/** Most entries, and most bytes that all of them may inflate to. */
const MOST_ENTRIES = 10_000
const MOST_BYTES = 512 * 1024 * 1024

// APPNOTE.TXT, PKWARE: end of central directory, its entries, local headers.
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

/**
 * Looks through a ZIP archive before anything else does: every entry is inflated and counted, not
 * kept, whatever size it claims; XML with a document type, which Office never writes (ECMA-376, part 2)
 * and which could define entities without end, is refused.
 */
export async function checkZip(bytes: Uint8Array): Promise<ZipFault | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(view)
  if (entries === undefined || entries.length > MOST_ENTRIES) return 'no-zip'
  let left = MOST_BYTES
  for (const entry of entries) {
    if ((entry.flags & 1) !== 0) return 'encrypted'
    const data = dataOf(view, entry)
    if (data === undefined) return 'no-zip'
    const found = await lookThrough(data, entry, left)
    if (typeof found === 'string') return found
    left -= found
  }
  return undefined
}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly size: number
  readonly offset: number
}

function entriesOf(view: DataView): Entry[] | undefined {
  const last = view.byteLength - END_SIZE
  const first = Math.max(0, last - LONGEST_COMMENT)
  let end = last
  while (end >= first && view.getUint32(end, true) !== END) end--
  if (end < first || last < 0) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined
    const [name, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true))
    const nameBytes = new Uint8Array(
      view.buffer,
      view.byteOffset + at + 46,
      Math.min(name ?? 0, view.byteLength - at - 46),
    )
    entries.push({
      name: new TextDecoder().decode(nameBytes),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

function dataOf(view: DataView, { offset, size }: Entry): Uint8Array | undefined {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) return undefined
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + size > view.byteLength) return undefined
  return new Uint8Array(view.buffer, view.byteOffset + start, size)
}

/** Bytes that an entry inflates to, or its fault. */
async function lookThrough(
  data: Uint8Array,
  { name, method }: Entry,
  most: number,
): Promise<number | ZipFault> {
  const watch = /\.(?:xml|rels|vml)$/i.test(name) ? new DoctypeWatch() : undefined
  if (method === 0) {
    if (watch?.sees(data) === true) return 'doctype'
    return data.length > most ? 'too-large' : data.length
  }
  if (method !== 8) return 'no-zip'
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(data)
  let size = 0
  try {
    for await (const chunk of inflate) {
      size += (chunk as Uint8Array).length
      if (size > most) return 'too-large'
      if (watch?.sees(chunk as Uint8Array) === true) return 'doctype'
    }
  } catch {
    return 'no-zip'
  } finally {
    inflate.destroy()
  }
  return size
}

/** How far into a file a document type is looked for: it stands before the first element. */
const PROLOG = 64 * 1024

/** Sees a document type declaration, across pieces too. UTF-16 is looked through as well, its zeros left out. */
class DoctypeWatch {
  #seen = 0
  #tail = ''

  sees(bytes: Uint8Array): boolean {
    if (this.#seen >= PROLOG) return false
    this.#seen += bytes.length
    const text = this.#tail + Buffer.from(bytes.subarray(0, PROLOG)).toString('latin1').replaceAll('\0', '')
    this.#tail = text.slice(-16)
    return /<!(?:DOCTYPE|ENTITY)/i.test(text)
  }
}

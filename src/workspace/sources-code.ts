import { STATUSES } from '../model/case.js'
import { sha256 } from './sha256.js'
import type { Source, Sources } from './sources.js'

// sources.<…>.bin, in order: seal | header | numbers | texts
//   seal     32 bytes, SHA-256 of all that follows
//   header   u32 LE length, then JSON
//   numbers  four f64 a file, as the machine writes them (the file never leaves it): mtime, ctime, size, ino
//   texts    UTF-8: paths, ids, hashes, statuses, each list joined by NUL, the lists by LF and NUL

const SEAL = 32
const NUMBERS = 4
const FORMAT = 'casectl-sources-2'
/** No path holds it. */
const BETWEEN = '\0'
/** No list holds it: of two neighbouring paths, the second does not begin with nothing. */
const LISTS = '\0\n\0'

/** What the index knows of its files, as bytes. */
export function encodeSources({ files, uses, ...facts }: Sources): Uint8Array {
  const header = JSON.stringify({ format: FORMAT, count: files.length, ...facts, uses: [...uses] })
  const texts = [
    files.map(file => file.path).join(BETWEEN),
    files.map(file => file.id).join(BETWEEN),
    files.map(file => file.hash).join(BETWEEN),
    files.map(file => (file.status === undefined ? '' : STATUSES.indexOf(file.status))).join(BETWEEN),
  ].join(LISTS)
  const start = SEAL + 4
  const numbers = start + Buffer.byteLength(header)
  const end = numbers + files.length * NUMBERS * 8
  const bytes = Buffer.alloc(end + Buffer.byteLength(texts))
  bytes.writeUInt32LE(numbers - start, SEAL)
  bytes.write(header, start)
  bytes.set(new Uint8Array(numbersOf(files).buffer), numbers)
  bytes.write(texts, end)
  bytes.write(sha256(bytes.subarray(SEAL)), 0, 'hex')
  return bytes
}

function numbersOf(files: readonly Source[]): Float64Array {
  const numbers = new Float64Array(files.length * NUMBERS)
  let at = 0
  for (const { mtime, ctime, size, ino } of files) {
    numbers[at++] = mtime
    numbers[at++] = ctime
    numbers[at++] = size
    numbers[at++] = ino
  }
  return numbers
}

/** Reads them again; undefined for bytes that are not what was written, whole. */
export function decodeSources(bytes: Buffer): Sources | undefined {
  const body = bytes.subarray(SEAL)
  if (body.length < 4 || sha256(body) !== bytes.toString('hex', 0, SEAL)) return undefined
  const end = 4 + body.readUInt32LE(0)
  // The seal holds, so this is what `encodeSources` wrote, or a former version of it.
  const { format, count, uses, ...facts } = JSON.parse(body.toString('utf8', 4, end))
  const texts = end + count * NUMBERS * 8
  if (format !== FORMAT || !(texts <= body.length)) return undefined
  const numbers = new Float64Array(new Uint8Array(body.subarray(end, texts)).buffer)
  const lists = body.toString('utf8', texts).split(LISTS)
  const [paths = [], ids = [], hashes = [], statuses = []] = lists.map(list => list.split(BETWEEN))
  const files = Array.from({ length: count }, (_, i): Source => {
    const status = STATUSES[Number(statuses[i] || Number.NaN)]
    return {
      path: paths[i] ?? '',
      mtime: numbers[i * NUMBERS] ?? 0,
      ctime: numbers[i * NUMBERS + 1] ?? 0,
      size: numbers[i * NUMBERS + 2] ?? 0,
      ino: numbers[i * NUMBERS + 3] ?? 0,
      hash: hashes[i] ?? '',
      id: ids[i] ?? '',
      ...(status === undefined ? {} : { status }),
    }
  })
  return { ...facts, uses: new Map(uses), files }
}

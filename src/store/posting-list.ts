import { varintLength } from './byte-writer.js'
import { BODY, BODY_FIELD, FIELD_COUNT, FIELDS, SIZED_DOCUMENTS } from './posting-code.js'
import type { FieldPostings } from './reader.js'
import { DamagedIndex } from './storage.js'

/** Where a term stands within one segment. */
export interface PostingList {
  /** By the position of the field in SEARCH_FIELDS. */
  readonly fields: readonly (FieldPostings | undefined)[]
  /** Documents that have the term in any field. */
  readonly count: number
  /** The first document by id, as its rank by id, and the lowest field there. */
  readonly first: { readonly rank: number; readonly field: number }
}

/** Room for the postings of one field, and how much of it is used. */
interface Room extends FieldPostings {
  used: number
}

/** @throws DamagedIndex */
export function decodePostings(bytes: Uint8Array, file: string, bodyLengths: Uint32Array): PostingList {
  const damaged = (): never => {
    throw new DamagedIndex(file, 'a posting list is damaged')
  }
  const head = readHead(bytes) ?? damaged()
  const { counts, first, start } = head
  // Each document takes a byte at least: no more room is made than the list can fill.
  if (head.count > Math.min(bytes.length - start, bodyLengths.length) || head.count === 0) damaged()
  if (counts.some(count => count > head.count)) damaged()
  const rooms = counts.map(roomFor)
  const masks = masksIn(bytes, start, head.count)
  let end = masks === undefined ? -1 : readDocuments(bytes, masks, head.count, bodyLengths, rooms)
  for (let field = 0; end >= 0 && field < BODY_FIELD; field++) {
    const room = rooms[field] as Room
    end = readNumbers(bytes, end, room.frequencies)
    end = readNumbers(bytes, end, room.lengths)
  }
  if (end !== bytes.length || rooms.some((room, field) => room.used !== counts[field])) damaged()
  const fields = rooms.map(({ used, documents, frequencies, lengths }) =>
    used === 0 ? undefined : { documents, frequencies, lengths },
  )
  return { fields, count: head.count, first: { rank: first >>> 3, field: first & 7 } }
}

function readHead(bytes: Uint8Array) {
  const mask = bytes[0] ?? 0xff
  if (mask >>> FIELD_COUNT !== 0) return undefined
  let start = 1
  const varint = (): number => {
    const value = longVarint(bytes, start)
    start += varintLength(value)
    return value
  }
  const count = varint()
  const counts = Array.from({ length: FIELD_COUNT }, (_, field) =>
    ((mask >>> field) & 1) === 0 ? 0 : count === 1 ? 1 : varint(),
  )
  const first = varint()
  return { count, counts, first, start }
}

function roomFor(count: number): Room {
  const make = (): Uint32Array => (count === 0 ? NOTHING : new Uint32Array(count))
  return { documents: make(), frequencies: make(), lengths: make(), used: 0 }
}

const NOTHING = new Uint32Array(0)

/** Where the columns of a list lie. */
interface Masks {
  /** Where the heads begin. */
  readonly heads: number
  /** Where they end and the masks begin. */
  readonly start: number
  readonly end: number
}

/** Undefined when they are not there. */
function masksIn(bytes: Uint8Array, start: number, count: number): Masks | undefined {
  if (count >= SIZED_DOCUMENTS) {
    const size = longVarint(bytes, start)
    const second = start + varintLength(size)
    const masks = longVarint(bytes, second)
    const heads = second + varintLength(masks)
    const [from, end] = [heads + size, heads + size + masks]
    return end > bytes.length ? undefined : { heads, start: from, end }
  }
  let [at, masks] = [start, 0]
  for (let i = 0; i < count; i++) {
    if (((bytes[at] as number) & 3) === FIELDS) masks++
    while ((bytes[at++] as number) > 0x7f);
  }
  return at + masks > bytes.length ? undefined : { heads: start, start: at, end: at + masks }
}

/**
 * The documents of all fields, and how often each has the term in its body. The hot path of every
 * query, and often run before the compiler comes to it: one loop, no calls but for long numbers.
 * Reads bytes without asking whether they are there (what is missing reads as 0) and writes numbers
 * without asking whether there is room (what does not fit is dropped); the caller compares.
 * @returns where the numbers of the other fields begin; -1 when a document or a field does not exist,
 *   or the heads or the masks end elsewhere
 */
function readDocuments(
  bytes: Uint8Array,
  masks: Masks,
  count: number,
  bodyLengths: Uint32Array,
  rooms: readonly Room[],
): number {
  const size = bodyLengths.length
  const body = rooms[BODY_FIELD] as Room
  const { documents, frequencies, lengths } = body
  let used = 0
  let at = masks.heads
  let maskAt = masks.start
  let bodyAt = masks.end
  let document = -1
  for (let i = 0; i < count; i++) {
    let head = bytes[at++] as number
    if (head > 0x7f) {
      head = longVarint(bytes, at - 1)
      at += varintLength(head) - 1
    }
    document += (head >>> 2) + 1
    if (document >= size) return -1
    let frequency = (head & 3) + 1
    if (frequency > BODY) {
      if (frequency > FIELDS) {
        let mask = bytes[maskAt++] as number
        if (!(mask > 0 && mask >>> FIELD_COUNT === 0)) return -1
        for (; (mask & (mask - 1)) !== 0; mask &= mask - 1) {
          const room = rooms[31 - Math.clz32(mask & -mask)] as Room
          room.documents[room.used++] = document
        }
        if (mask !== 1 << BODY_FIELD) {
          const room = rooms[31 - Math.clz32(mask)] as Room
          room.documents[room.used++] = document
          continue
        }
      }
      frequency = bytes[bodyAt++] as number
      if (frequency > 0x7f) {
        frequency = longVarint(bytes, bodyAt - 1)
        bodyAt += varintLength(frequency) - 1
      }
    }
    documents[used] = document
    frequencies[used] = frequency
    lengths[used++] = bodyLengths[document] as number
  }
  body.used = used
  return at === masks.start && maskAt === masks.end ? bodyAt : -1
}

/** Fills an array with varints; where they end. */
function readNumbers(bytes: Uint8Array, start: number, numbers: Uint32Array): number {
  const count = numbers.length
  let at = start
  for (let i = 0; i < count; i++) {
    let number = bytes[at++] as number
    if (number > 0x7f) {
      number = longVarint(bytes, at - 1)
      at += varintLength(number) - 1
    }
    numbers[i] = number
  }
  return at
}

/** A varint; what is missing reads as 0. Written the short way, it is `varintLength` bytes long. */
function longVarint(bytes: Uint8Array, start: number): number {
  let value = 0
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[start + shift / 7] ?? 0
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) break
  }
  return value >>> 0
}

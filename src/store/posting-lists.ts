import { varintLength } from './byte-writer.js'
import type { ForwardPostings } from './forward-postings.js'
import { BODY_FIELD, FIELD_COUNT, FIELDS } from './posting-code.js'
import { PostingColumns } from './posting-columns.js'

/** Numbers kept of each term, in one line of the processor's cache. */
const ROW = 16
const DOCUMENTS = 0
const BYTES = 1
const LAST = 2
const FIRST = 3
const CURSOR = 4
const COUNTS = 5
const NONE = 0xffffffff

/**
 * Turns postings by document into posting lists: one walk to measure, one to write, into one piece
 * of memory of exactly the right size.
 */
export class PostingLists {
  readonly #rows: Uint32Array
  readonly #bytes: Uint8Array
  readonly #columns = new PostingColumns()

  /**
   * @param order document number → index of its coming
   * @param ranks document number → its rank by id
   */
  constructor(forward: ForwardPostings, order: Uint32Array, ranks: Uint32Array) {
    this.#rows = measure(forward, order, ranks)
    this.#bytes = write(forward, order, this.#rows)
  }

  /** Documents that have a term. */
  count(term: number): number {
    return this.#rows[term * ROW + DOCUMENTS] ?? 0
  }

  /** Bytes of the list of a term, but for its sizes. */
  bytes(term: number): number {
    return this.#rows[term * ROW + BYTES] ?? 0
  }

  /** The encoded list of a term, in the parts that it is deflated by. */
  list(term: number): Uint8Array[] {
    const end = this.#rows[term * ROW + CURSOR] ?? 0
    const start = end - this.bytes(term)
    const postings = start + headLength(this.#rows, term * ROW)
    return this.#columns.of({
      count: this.count(term),
      head: this.#bytes.subarray(start, postings),
      postings: this.#bytes.subarray(postings, end),
    })
  }
}

function measure(forward: ForwardPostings, order: Uint32Array, ranks: Uint32Array): Uint32Array {
  const rows = new Uint32Array(forward.terms.length * ROW)
  for (let row = 0; row < rows.length; row += ROW) {
    rows[row + LAST] = NONE
    rows[row + FIRST] = NONE
  }
  let document = 0
  let rank = 0
  const visitor = {
    visit(term: number, kind: number, bytes: Uint8Array, start: number, end: number): void {
      const row = term * ROW
      const get = (cell: number): number => rows[row + cell] as number
      rows[row + DOCUMENTS] = get(DOCUMENTS) + 1
      const delta = (document - get(LAST) - 1) >>> 0
      rows[row + BYTES] = get(BYTES) + varintLength(delta * 4 + kind) + (end - start)
      rows[row + LAST] = document
      const mask = kind === FIELDS ? (bytes[start] as number) : 1 << BODY_FIELD
      for (let field = 0; field < FIELD_COUNT; field++)
        if (((mask >>> field) & 1) !== 0) rows[row + COUNTS + field] = get(COUNTS + field) + 1
      if (rank * 8 < get(FIRST)) rows[row + FIRST] = rank * 8 + lowestBit(mask)
    },
  }
  for (; document < order.length; document++) {
    rank = ranks[document] ?? 0
    forward.walk(order[document] ?? 0, visitor)
  }
  return rows
}

function write(forward: ForwardPostings, order: Uint32Array, rows: Uint32Array): Uint8Array {
  const out = new Uint8Array(makeRoom(rows))
  for (let row = 0; row < rows.length; row += ROW) {
    writeHeader(out, rows, row)
    rows[row + LAST] = NONE
  }
  let document = 0
  const visitor = {
    visit(term: number, kind: number, bytes: Uint8Array, start: number, end: number): void {
      const row = term * ROW
      const delta = (document - (rows[row + LAST] as number) - 1) >>> 0
      rows[row + LAST] = document
      let at = writeVarint(out, rows[row + CURSOR] as number, delta * 4 + kind)
      for (let i = start; i < end; i++) out[at++] = bytes[i] as number
      rows[row + CURSOR] = at
    },
  }
  for (; document < order.length; document++) forward.walk(order[document] ?? 0, visitor)
  return out
}

/** Adds the heads to the lengths of the lists and puts each cursor at the start of its list. */
function makeRoom(rows: Uint32Array): number {
  let total = 0
  for (let row = 0; row < rows.length; row += ROW) {
    const bytes = (rows[row + BYTES] as number) + headLength(rows, row)
    rows[row + BYTES] = bytes
    rows[row + CURSOR] = total
    total += bytes
  }
  return total
}

function headLength(rows: Uint32Array, row: number): number {
  const documents = rows[row + DOCUMENTS] as number
  let bytes = 1 + varintLength(documents) + varintLength(rows[row + FIRST] as number)
  if (documents === 1) return bytes
  for (let field = 0; field < FIELD_COUNT; field++) {
    const count = rows[row + COUNTS + field] as number
    if (count > 0) bytes += varintLength(count)
  }
  return bytes
}

function writeHeader(out: Uint8Array, rows: Uint32Array, row: number): void {
  const documents = rows[row + DOCUMENTS] as number
  const start = rows[row + CURSOR] as number
  let at = writeVarint(out, start + 1, documents)
  for (let field = 0; field < FIELD_COUNT; field++) {
    const count = rows[row + COUNTS + field] as number
    if (count === 0) continue
    out[start] = (out[start] as number) | (1 << field)
    if (documents > 1) at = writeVarint(out, at, count)
  }
  rows[row + CURSOR] = writeVarint(out, at, rows[row + FIRST] as number)
}

function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}

function writeVarint(out: Uint8Array, start: number, value: number): number {
  let at = start
  let rest = value
  while (rest > 0x7f) {
    out[at++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  out[at++] = rest
  return at
}

import { ByteWriter } from './byte-writer.js'
import { BODY, BODY_FIELD, FIELD_COUNT, FIELDS, SIZED_DOCUMENTS } from './posting-code.js'

/** A posting list as it is put together: a posting behind the other, each with all that it says. */
export interface PostingRows {
  /** Documents that have the term. */
  readonly count: number
  /** What stands before the postings. */
  readonly head: Uint8Array
  readonly postings: Uint8Array
}

/** Puts what is alike in a posting list together, so that each part has codes of its own when it is deflated. */
export class PostingColumns {
  readonly #start = new ByteWriter(1024)
  readonly #heads = new ByteWriter(1024)
  readonly #masks = new ByteWriter(1024)
  /** By field; of the body where the head does not say it. */
  readonly #frequencies = Array.from({ length: FIELD_COUNT }, () => new ByteWriter(1024))
  /** By field but the body. */
  readonly #lengths = Array.from({ length: BODY_FIELD }, () => new ByteWriter(1024))
  readonly #columns: readonly ByteWriter[] = [
    this.#start,
    this.#masks,
    this.#frequencies[BODY_FIELD] as ByteWriter,
    ...this.#lengths.flatMap((lengths, field) => [this.#frequencies[field] as ByteWriter, lengths]),
  ]

  /** A list as it is stored, in parts that belong one behind the other. */
  of({ count, head, postings }: PostingRows): Uint8Array[] {
    for (const column of this.#columns) column.clear()
    this.#heads.clear()
    for (let at = 0; at < postings.length; ) at = this.#take(postings, at)
    this.#start.bytes(head)
    if (count >= SIZED_DOCUMENTS) {
      this.#start.varint(this.#heads.length)
      this.#start.varint(this.#masks.length)
    }
    this.#start.bytes(this.#heads.view())
    return this.#columns.filter(column => column.length > 0).map(column => column.take())
  }

  /** Takes a posting; where the next one begins. */
  #take(rows: Uint8Array, start: number): number {
    const kind = (rows[start] as number) & 3
    let at = copyVarint(rows, start, this.#heads)
    if (kind === BODY) return copyVarint(rows, at, this.#frequencies[BODY_FIELD] as ByteWriter)
    if (kind !== FIELDS) return at
    let mask = rows[at++] as number
    this.#masks.byte(mask)
    for (; mask !== 0; mask &= mask - 1) {
      const field = 31 - Math.clz32(mask & -mask)
      at = copyVarint(rows, at, this.#frequencies[field] as ByteWriter)
      if (field !== BODY_FIELD) at = copyVarint(rows, at, this.#lengths[field] as ByteWriter)
    }
    return at
  }
}

/** Takes over a varint; where it ends. */
function copyVarint(rows: Uint8Array, start: number, out: ByteWriter): number {
  let at = start
  for (;;) {
    const byte = rows[at++] as number
    out.byte(byte)
    if (byte < 0x80) return at
  }
}

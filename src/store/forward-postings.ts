import { ByteArena } from './byte-arena.js'
import { ByteWriter, varintLength } from './byte-writer.js'
import { BODY, BODY_FIELD, BODY_ONCE, BODY_TWICE, FIELD_COUNT, FIELDS } from './posting-code.js'
import { TermNumbers } from './term-numbers.js'

/** Room for each field, in a power of two. */
const CELLS = 8

/** What a walk over the postings of a document tells of each. */
export interface PostingVisitor {
  /** `bytes` from `start` to `end` is what stands behind the head in a posting list. */
  visit(term: number, kind: number, bytes: Uint8Array, start: number, end: number): void
}

/**
 * The postings of documents by document, in the order of their coming: which terms each has, how
 * often, in which fields. Three bytes each. They are turned round when all documents are known,
 * since only then their numbers are.
 *
 * An entry: varint 4 × term + kind; for kind FIELDS a byte with the length of what follows; what
 * follows the head in a posting list.
 */
export class ForwardPostings {
  readonly #terms = new TermNumbers()
  readonly #entries = new ByteArena()
  readonly #out = new ByteWriter(4096)
  /** Term → its slot in the document at hand, which is believed only if that slot names the term. */
  #slotOf = new Uint32Array(1024)
  /** Slot → term. */
  #slots = new Uint32Array(1024)
  /** By slot and field, CELLS a slot. */
  #frequencies = new Uint32Array(1024 * CELLS)

  /** By number. */
  get terms(): readonly string[] {
    return this.#terms.terms
  }

  /** @param fields by position in SEARCH_FIELDS: the terms */
  add(fields: readonly (readonly string[])[]): void {
    let used = 0
    for (let field = 0; field < FIELD_COUNT; field++) {
      for (const text of fields[field] ?? []) {
        const term = this.#terms.numberOf(text)
        if (term >= this.#slotOf.length) this.#slotOf = doubled(this.#slotOf)
        let slot = this.#slotOf[term] as number
        if (slot >= used || this.#slots[slot] !== term) {
          slot = used++
          this.#open(slot, term)
        }
        const cell = slot * CELLS + field
        this.#frequencies[cell] = (this.#frequencies[cell] as number) + 1
      }
    }
    this.#out.clear()
    for (let slot = 0; slot < used; slot++) this.#write(slot, fields)
    this.#entries.add(this.#out.view())
  }

  /** Lets go of the postings; the terms stay. */
  clear(): void {
    this.#entries.clear()
  }

  /** Visits the postings of the document that was added as number `index`. */
  walk(index: number, visitor: PostingVisitor): void {
    const bytes = this.#entries.get(index)
    let at = 0
    while (at < bytes.length) {
      let head = bytes[at++] as number
      if (head > 0x7f) {
        head &= 0x7f
        let byte = 0x80
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] as number
          head |= (byte & 0x7f) << shift
        }
      }
      const kind = head & 3
      let end = at
      if (kind === FIELDS) end = ++at + (bytes[at - 1] as number)
      else if (kind === BODY) while ((bytes[end++] as number) > 0x7f);
      visitor.visit(head >>> 2, kind, bytes, at, end)
      at = end
    }
  }

  #open(slot: number, term: number): void {
    if (slot >= this.#slots.length) {
      this.#slots = doubled(this.#slots)
      this.#frequencies = doubled(this.#frequencies)
    }
    this.#slotOf[term] = slot
    this.#slots[slot] = term
    this.#frequencies.fill(0, slot * CELLS, (slot + 1) * CELLS)
  }

  #write(slot: number, fields: readonly (readonly string[])[]): void {
    const cells = slot * CELLS
    let mask = 0
    for (let field = 0; field < FIELD_COUNT; field++)
      if (this.#frequencies[cells + field] !== 0) mask |= 1 << field
    const inBody = this.#frequencies[cells + BODY_FIELD] as number
    const kind =
      mask !== 1 << BODY_FIELD ? FIELDS : inBody === 1 ? BODY_ONCE : inBody === 2 ? BODY_TWICE : BODY
    this.#out.varint((this.#slots[slot] as number) * 4 + kind)
    if (kind === BODY) this.#out.varint(inBody)
    if (kind === FIELDS) this.#writeFields(cells, mask, fields)
  }

  #writeFields(cells: number, mask: number, fields: readonly (readonly string[])[]): void {
    const out = this.#out
    let length = 1
    for (const write of [false, true]) {
      if (write) {
        out.byte(length)
        out.byte(mask)
      }
      for (let field = 0; field < FIELD_COUNT; field++) {
        if (((mask >>> field) & 1) === 0) continue
        const frequency = this.#frequencies[cells + field] as number
        const terms = fields[field]?.length ?? 0
        if (!write) length += varintLength(frequency) + (field === BODY_FIELD ? 0 : varintLength(terms))
        else {
          out.varint(frequency)
          if (field !== BODY_FIELD) out.varint(terms)
        }
      }
    }
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(numbers.length * 2)
  grown.set(numbers)
  return grown
}

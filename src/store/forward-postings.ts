import { ByteArena, type JoinedBytes } from './byte-arena.js'
import { ByteWriter, varintLength } from './byte-writer.js'
import { BODY, BODY_FIELD, BODY_ONCE, BODY_TWICE, FIELD_COUNT, FIELDS } from './posting-code.js'
import { type PostingVisitor, walkEntries } from './posting-entries.js'
import { TermNumbers } from './term-numbers.js'

/** Room for each field, in a power of two. */
const CELLS = 8

/** The postings of a few documents, in a form that one thread can hand to another. */
export interface PostingBatch {
  /** The terms that no batch before it had, in the order of their numbers, which go on from there. */
  readonly terms: readonly string[]
  /** By document. */
  readonly entries: JoinedBytes
}

/**
 * The postings of documents by document, in the order of their coming: which terms each has, how
 * often, in which fields. Three bytes each. They are turned round when all documents are known,
 * since only then their numbers are.
 */
export class ForwardPostings {
  readonly #terms = new TermNumbers()
  readonly #entries = new ByteArena()
  readonly #out = new ByteWriter(4096)
  /** Terms of the batches before. */
  #handedOver = 0
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

  /** What was added since the last batch; the numbers of the terms stay. */
  nextBatch(): PostingBatch {
    const batch = { terms: this.terms.slice(this.#handedOver), entries: this.#entries.joined() }
    this.#handedOver = this.terms.length
    this.#entries.clear()
    return batch
  }

  /**
   * Takes over the entries of a document of another one, each of whose terms is looked up once.
   * @param terms those of the other one, to which more may come between two documents
   */
  takingFrom(terms: readonly string[]): (entries: Uint8Array) => void {
    const out = this.#out
    /** Number there → one more than the number here. */
    let known = new Uint32Array(1024)
    const visitor = {
      visit: (term: number, kind: number, bytes: Uint8Array, start: number, end: number): void => {
        while (term >= known.length) known = doubled(known)
        let number = known[term] as number
        if (number === 0) {
          number = this.#terms.numberOf(terms[term] ?? '') + 1
          known[term] = number
        }
        out.varint((number - 1) * 4 + kind)
        if (kind === FIELDS) out.byte(end - start)
        for (let i = start; i < end; i++) out.byte(bytes[i] as number)
      },
    }
    return entries => {
      out.clear()
      walkEntries(entries, visitor)
      this.#entries.add(out.view())
    }
  }

  /** Visits the postings of the document that was added as number `index`. */
  walk(index: number, visitor: PostingVisitor): void {
    walkEntries(this.#entries.get(index), visitor)
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

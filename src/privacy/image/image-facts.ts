import type { ImageField } from '../../model/image-metadata.js'
import type { Allowed, DatumType } from '../../model/personal-data.js'
import { findPersonalData } from '../find.js'

/** Most characters of a free text that are looked through. */
const MAX_TEXT = 16 * 1024

/** Fields that hold names: what a library allows as one is no finding. */
const NAMES: ReadonlySet<ImageField> = new Set(['owner', 'author', 'person'])

/** Programs that draw name themselves as the author, with an address or a version. */
const PROGRAM = /https?:|\bv?\d+\.\d/i

/** Gathers what an image says: kinds of fields and of data, never a value. */
export class ImageFacts {
  readonly fields = new Set<ImageField>()
  readonly data = new Set<DatumType>()
  /** True when there is metadata that is packed and was not opened. */
  packed = false
  readonly #allowed: Allowed

  constructor(allowed: Allowed) {
    this.#allowed = allowed
  }

  /** A field that is personal unless it is blank, all zeros, a program's name, or allowed. */
  field(field: ImageField, value: string): void {
    const written = value.replace(/\0/g, ' ').trim()
    const isSaid = field === 'gps' ? /[1-9]/.test(written) : /\p{L}|(?!0)\p{N}/u.test(written)
    if (!isSaid) return
    if (NAMES.has(field) && (PROGRAM.test(written) || this.#allowed('name', written.normalize('NFKC'))))
      return
    this.fields.add(field)
  }

  /** A free text, which is personal by what stands in it. */
  text(value: string): void {
    for (const { type } of findPersonalData(value.slice(0, MAX_TEXT), this.#allowed)) this.data.add(type)
  }
}

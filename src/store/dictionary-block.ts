import { ByteReader } from './byte-reader.js'
import { ByteWriter } from './byte-writer.js'
import { lastNotAbove, readTexts, writeTexts } from './front-coding.js'
import { type Place, placeAfter } from './place.js'

/** Where the posting list of a term is. */
export type ListPlace =
  | { readonly inline: Uint8Array }
  | {
      readonly place: Place
      /** Documents that have the term. */
      readonly documents: number
    }

/** A posting list as the dictionary knows it. */
export interface FoundList {
  readonly list: ListPlace
  /** The file of the dictionary's block. */
  readonly file: string
}

/** Shorter lists stand in the dictionary itself. */
export const INLINE_BYTES = 40

/*
 * A block of the dictionary:
 *
 *   terms      front-coded, ascending by code unit
 *   pack       varint   where the list before the first list of this block lies
 *   end        varint   and where it ends
 *   places     a term each:
 *     step     varint   4 × length + 0: a block right behind the list before
 *                                    1: a block at the start of the next pack
 *                                    2: the list itself, as it stands at the end of this block
 *     count    varint   documents that have the term; left out for 2
 *   lists      the inline lists, one behind the other
 */
const BEHIND = 0
const NEXT_PACK = 1
const INLINE = 2

export function encodeDictionaryBlock(
  terms: readonly string[],
  lists: readonly ListPlace[],
  before: Place,
): Uint8Array {
  const out = new ByteWriter(8192)
  writeTexts(out, terms)
  out.varint(before.pack)
  out.varint(before.start + before.length)
  let pack = before.pack
  for (const list of lists) {
    if ('inline' in list) out.varint(list.inline.length * 4 + INLINE)
    else {
      out.varint(list.place.length * 4 + (list.place.pack === pack ? BEHIND : NEXT_PACK))
      out.varint(list.documents)
      pack = list.place.pack
    }
  }
  for (const list of lists) if ('inline' in list) out.bytes(list.inline)
  return out.view()
}

/** A part of the dictionary, unpacked. */
export class DictionaryBlock {
  /** Ascending. */
  readonly terms: readonly string[]
  readonly #lists: readonly ListPlace[]
  readonly #file: string

  /** @throws DamagedIndex */
  constructor(payload: Uint8Array, file: string) {
    const reader = new ByteReader(payload, file)
    this.terms = readTexts(reader)
    this.#lists = readLists(reader, this.terms.length)
    reader.end()
    this.#file = file
  }

  find(term: string): FoundList | undefined {
    const at = lastNotAbove(this.terms, term)
    const list = this.terms[at] === term ? this.#lists[at] : undefined
    return list && { list, file: this.#file }
  }
}

function readLists(reader: ByteReader, count: number): ListPlace[] {
  let place: Place = { pack: reader.varint(), start: 0, length: reader.varint() }
  const found: (number | ListPlace)[] = []
  for (let i = 0; i < count; i++) {
    const step = reader.varint()
    const [length, kind] = [Math.floor(step / 4), step % 4]
    if (kind === INLINE) found.push(length)
    else if (kind > INLINE) reader.fail('a place is damaged')
    else {
      place = placeAfter(place, length, kind === NEXT_PACK)
      found.push({ place, documents: reader.varint() })
    }
  }
  return found.map(list => (typeof list === 'number' ? { inline: reader.bytes(list) } : list))
}

import { type DeflateNow, packNow, plainPayload, writeInside } from './block.js'
import { ByteArena, type JoinedBytes } from './byte-arena.js'
import { ByteWriter } from './byte-writer.js'
import type { DocumentTerms, IndexDocument } from './document.js'
import { encodeDocument } from './document-code.js'
import type { ColumnValues } from './document-columns.js'
import { plainInside } from './document-writer.js'
import { ForwardPostings, type PostingBatch } from './forward-postings.js'
import { Numbers } from './numbers.js'
import { FIELD_COUNT } from './posting-code.js'
import { TermNumbers } from './term-numbers.js'

/**
 * Documents that are read and cut, for a `SegmentBuilder`: plain values and bytes, which one thread
 * can hand to another.
 */
export interface DocumentBatch {
  /** The insides of their blocks. */
  readonly documents: JoinedBytes
  readonly postings: PostingBatch
  readonly values: readonly ColumnValues[]
  /** By document and field: terms. */
  readonly lengths: Uint32Array<ArrayBuffer>
  /** The words that no batch before it had, in the order of their numbers, which go on from there. */
  readonly words: readonly string[]
  /** Numbers of words, those of each document behind those of the one before. */
  readonly wordNumbers: Uint32Array<ArrayBuffer>
  /** By document: where its `wordNumbers` end. */
  readonly wordEnds: Uint32Array<ArrayBuffer>
}

/** How the documents of a batch are deflated. */
export interface DocumentPacking {
  readonly deflate: DeflateNow
  readonly preset: Uint8Array
}

/** What the numbers in the batches of one `BatchBuilder` mean: by number, as far as batches came. */
export class BatchVocabulary {
  readonly terms: string[] = []
  readonly words: string[] = []

  add({ postings, words }: DocumentBatch): void {
    for (const term of postings.terms) this.terms.push(term)
    for (const word of words) this.words.push(word)
  }
}

/** The numbers of the words of a document. */
export function wordsOf({ wordNumbers, wordEnds }: DocumentBatch, index: number): Uint32Array {
  return wordNumbers.subarray(index === 0 ? 0 : wordEnds[index - 1], wordEnds[index])
}

/** The buffers of a batch, none of which it shares with anything else. */
export function buffersOf({
  documents,
  postings,
  lengths,
  wordNumbers,
  wordEnds,
}: DocumentBatch): ArrayBuffer[] {
  const { entries } = postings
  const columns = [
    documents.bytes,
    documents.ends,
    entries.bytes,
    entries.ends,
    lengths,
    wordNumbers,
    wordEnds,
  ]
  return columns.map(column => column.buffer)
}

/** Collects documents in batches. Terms and words keep their numbers, so each is handed over once. */
export class BatchBuilder {
  readonly #documents = new ByteArena()
  readonly #postings = new ForwardPostings()
  #values: ColumnValues[] = []
  readonly #lengths = new Numbers()
  readonly #words = new TermNumbers()
  readonly #wordNumbers = new Numbers()
  readonly #wordEnds = new Numbers()
  #wordsHandedOver = 0

  add(document: IndexDocument, { fields, words }: DocumentTerms): void {
    this.#documents.add(plainInside(encodeDocument(document)))
    this.#postings.add(fields)
    this.#values.push(valuesOf(document))
    for (let field = 0; field < FIELD_COUNT; field++) this.#lengths.push(fields[field]?.length ?? 0)
    for (const word of new Set(words)) this.#wordNumbers.push(this.#words.numberOf(word))
    this.#wordEnds.push(this.#wordNumbers.length)
  }

  /**
   * What was added since the last batch.
   * @param packing how its documents are deflated; by default they are left as they are
   */
  next(packing?: DocumentPacking): DocumentBatch {
    const batch = {
      documents: packing === undefined ? this.#documents.joined() : this.#packed(packing),
      postings: this.#postings.nextBatch(),
      values: this.#values,
      lengths: this.#lengths.view().slice(),
      words: this.#words.terms.slice(this.#wordsHandedOver),
      wordNumbers: this.#wordNumbers.view().slice(),
      wordEnds: this.#wordEnds.view().slice(),
    }
    this.#wordsHandedOver = this.#words.terms.length
    this.#values = []
    for (const part of [this.#documents, this.#lengths, this.#wordNumbers, this.#wordEnds]) part.clear()
    return batch
  }

  #packed({ deflate, preset }: DocumentPacking): JoinedBytes {
    const out = new ByteWriter(64 * 1024)
    const ends = this.#values.map((_, index) => {
      const inside = this.#documents.get(index)
      const payload = plainPayload(inside)
      if (payload === undefined) out.bytes(inside)
      else writeInside(out, packNow(payload, deflate, preset))
      return out.length
    })
    return { bytes: out.take(), ends: Uint32Array.from(ends) }
  }
}

function valuesOf(document: IndexDocument): ColumnValues {
  const { id, path, language, status, updated, uses, supersededBy, facets } = document
  return {
    ...{ id, path, language, status, facets },
    ...(updated === undefined ? {} : { updated }),
    ...(uses === undefined ? {} : { uses }),
    ...(supersededBy === undefined ? {} : { supersededBy }),
  }
}

import { byCodeUnit } from '../lib/text.js'
import { SEARCH_FIELDS } from '../model/config.js'
import { ByteArena, joinedAt } from './byte-arena.js'
import type { DocumentTerms, IndexDocument } from './document.js'
import { type BatchVocabulary, type DocumentBatch, wordsOf } from './document-batch.js'
import { encodeDocument } from './document-code.js'
import { DocumentColumns } from './document-columns.js'
import { plainInside } from './document-writer.js'
import { ForwardPostings } from './forward-postings.js'
import type { Segment } from './manifest.js'
import { Numbers } from './numbers.js'
import { BODY_FIELD, FIELD_COUNT } from './posting-code.js'
import { writeSegment } from './segment-writer.js'
import type { WritePorts } from './write-ports.js'

/** Takes over one document of a batch. */
export type TakeDocument = (batch: DocumentBatch, index: number) => void

/**
 * Collects documents and writes them as one segment. Holds each document as it comes, deflated or
 * not, and three to four bytes a posting.
 */
export class SegmentBuilder {
  /** The insides of their blocks. */
  readonly #documents = new ByteArena()
  #preset: Uint8Array | undefined
  readonly #forward = new ForwardPostings()
  readonly #columns = new DocumentColumns()
  readonly #bodyLengths = new Numbers()
  readonly #lengths: number[] = SEARCH_FIELDS.map(() => 0)

  /** Documents added. */
  get count(): number {
    return this.#columns.ids.length
  }

  /** Adds a document. Ids must differ; the order of adding decides nothing. */
  add(document: IndexDocument, { fields, words }: DocumentTerms): void {
    this.#documents.add(plainInside(encodeDocument(document)))
    this.#forward.add(fields)
    this.#columns.add(document, words)
    this.#bodyLengths.push(fields[BODY_FIELD]?.length ?? 0)
    for (const field of this.#lengths.keys())
      this.#lengths[field] = (this.#lengths[field] ?? 0) + (fields[field]?.length ?? 0)
  }

  /**
   * Takes documents over from the batches of one `BatchBuilder`, which must come in their order.
   * @param preset what their documents were deflated against, the same in all batches; by default
   *   they are as they are
   */
  takingFrom({ terms, words }: BatchVocabulary, preset?: Uint8Array): TakeDocument {
    this.#preset = preset
    const takePostings = this.#forward.takingFrom(terms)
    return (batch, index) => {
      const values = batch.values[index]
      if (values === undefined) throw new RangeError(`a batch has no document ${index}`)
      this.#documents.add(joinedAt(batch.documents, index))
      takePostings(joinedAt(batch.postings.entries, index))
      this.#columns.add(
        values,
        Array.from(wordsOf(batch, index), number => words[number] ?? ''),
      )
      const lengths = batch.lengths.subarray(index * FIELD_COUNT, (index + 1) * FIELD_COUNT)
      this.#bodyLengths.push(lengths[BODY_FIELD] ?? 0)
      for (const [field, length] of lengths.entries())
        this.#lengths[field] = (this.#lengths[field] ?? 0) + length
    }
  }

  /**
   * Writes the segment: equal documents give equal files. Ends the builder's life.
   * @throws RangeError when two documents have one id, or none was added
   */
  async finish(ports: WritePorts): Promise<Segment> {
    if (this.count === 0) throw new RangeError('a segment needs a document')
    const inIdOrder = this.#inIdOrder()
    const lengths = this.#bodyLengths.view()
    const groups = this.#columns.groups()
    // Stable, so bodies of one length and one group stay in the order of their ids.
    const order = Uint32Array.from(
      [...inIdOrder].sort(
        (a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || (groups[a] ?? 0) - (groups[b] ?? 0),
      ),
    )
    return writeSegment(
      {
        documents: { insides: this.#documents, preset: this.#preset },
        forward: this.#forward,
        columns: this.#columns,
        bodyLengths: order.map(index => lengths[index] ?? 0),
        lengths: this.#lengths,
        order,
        inIdOrder,
      },
      ports,
    )
  }

  #inIdOrder(): Uint32Array {
    const ids = this.#columns.ids
    const sorted = [...ids.keys()].sort((a, b) => byCodeUnit(ids[a] ?? '', ids[b] ?? ''))
    const twice = sorted.find((index, i) => i > 0 && ids[index] === ids[sorted[i - 1] ?? 0])
    if (twice !== undefined) throw new RangeError(`two documents have the id ${ids[twice]}`)
    return Uint32Array.from(sorted)
  }
}

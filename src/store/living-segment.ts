import type { CaseId } from '../model/case-id.js'
import { once } from './cache.js'
import type { IndexDocument } from './document.js'
import { orderKeys } from './edit-blocks.js'
import type { Segment } from './manifest.js'
import type { PostingList } from './posting-list.js'
import type { Postings } from './reader.js'
import { SegmentReader } from './segment-reader.js'
import type { Storage } from './storage.js'
import type { Successor } from './successor-column.js'
import { livingPostings, positionsOf, withoutPositions } from './without-dead.js'

/** A segment without its removed documents, which may look like any other where nobody asks for them. */
export class LivingSegment {
  readonly #reader: SegmentReader
  /** By document number: 1 for removed. Missing when none was. */
  readonly #dead: Uint8Array | undefined
  readonly #deadRanks: ReadonlySet<number>
  readonly #laterCount: number
  /** Keys by rank; undefined in the first segment, where they are the ranks. */
  readonly #keys = once(async () => {
    const order = await this.#reader.order()
    return order && orderKeys(order, this.#laterCount)
  })

  private constructor(reader: SegmentReader, laterCount: number) {
    this.#reader = reader
    this.#laterCount = laterCount
    const { numbers, ranks } = reader.dead
    if (numbers.length > 0) {
      this.#dead = new Uint8Array(reader.segment.count)
      for (const number of numbers) this.#dead[number] = 1
    }
    this.#deadRanks = new Set(ranks)
  }

  /** @param laterCount documents of all segments but the first. @throws DamagedIndex */
  static async open(storage: Storage, segment: Segment, laterCount: number): Promise<LivingSegment> {
    return new LivingSegment(await SegmentReader.open(storage, segment), laterCount)
  }

  get size(): number {
    return this.#reader.segment.count
  }

  isLive(document: number): boolean {
    return this.#dead?.[document] !== 1
  }

  async postings(term: string): Promise<Postings | undefined> {
    const list = await this.#reader.postings(term)
    if (list === undefined) return undefined
    const keys = await this.#keys()
    const { fields, count } = this.#dead === undefined ? list : this.#livingOf(list)
    if (count === 0) return undefined
    const { rank, field } = this.#deadRanks.has(list.first.rank) ? await this.#firstOf(fields) : list.first
    return { fields, count, first: { order: keys === undefined ? rank : (keys[rank] ?? 0), field } }
  }

  async terms(prefix: string): Promise<readonly string[]> {
    return this.#left(await this.#reader.dictionary.terms(prefix))
  }

  async termsNear(word: string, edits: number): Promise<readonly string[]> {
    return this.#left(await this.#reader.dictionary.near(word, edits))
  }

  async words(): Promise<readonly string[]> {
    const { words, counts } = await this.#reader.words()
    if (this.#dead === undefined) return words
    const gone = (await this.#reader.gone()).words
    const left = new Map(gone.words.map((word, i) => [word, gone.counts[i] ?? 0]))
    return words.filter((word, i) => (counts[i] ?? 0) > (left.get(word) ?? 0))
  }

  async order(documents: Uint32Array): Promise<Float64Array> {
    const [ranks, keys] = await Promise.all([this.#reader.ranks.of(documents), this.#keys()])
    return Float64Array.from(ranks, rank => (keys === undefined ? rank : (keys[rank] ?? 0)))
  }

  document(document: number): Promise<IndexDocument> {
    return this.#reader.documents.get(document)
  }

  async *documents(): AsyncGenerator<IndexDocument> {
    let number = 0
    for await (const document of this.#reader.documents.all()) if (this.isLive(number++)) yield document
  }

  async find(id: CaseId): Promise<number | undefined> {
    const found = await this.#reader.ids.find(id)
    return found !== undefined && this.isLive(found) ? found : undefined
  }

  statuses(): Promise<Uint8Array> {
    return this.#reader.statuses()
  }

  /** What replaces a document: by its id where it is not in this segment, or no longer. */
  async successor(document: number): Promise<Successor | undefined> {
    const successor = (await this.#reader.successors()).get(document)
    if (typeof successor !== 'number' || this.isLive(successor)) return successor
    return this.#reader.idOfDead(successor)
  }

  async facet(dimension: string): Promise<ReadonlyMap<string, Uint32Array>> {
    const values = await this.#reader.facet(dimension)
    if (this.#dead === undefined) return values
    const living = new Map<string, Uint32Array>()
    for (const [value, documents] of values) {
      const left = withoutPositions(documents, positionsOf(documents, this.#reader.dead.numbers))
      if (left.length > 0) living.set(value, left)
    }
    return living
  }

  updated(): Promise<Int32Array> {
    return this.#reader.updated()
  }

  uses(): Promise<Uint32Array> {
    return this.#reader.uses()
  }

  async #left(terms: readonly string[]): Promise<readonly string[]> {
    if (this.#dead === undefined) return terms
    const gone = new Set((await this.#reader.gone()).terms)
    return terms.filter(term => !gone.has(term))
  }

  #livingOf(list: PostingList): Pick<PostingList, 'fields' | 'count'> {
    const { numbers } = this.#reader.dead
    const removed = new Set<number>()
    const fields = list.fields.map(field => {
      if (field === undefined) return undefined
      const positions = positionsOf(field.documents, numbers)
      for (const position of positions) removed.add(field.documents[position] ?? 0)
      return livingPostings(field, positions)
    })
    return { fields, count: list.count - removed.size }
  }

  /** Works out what the list cannot say once its first document is gone. */
  async #firstOf(fields: PostingList['fields']): Promise<{ rank: number; field: number }> {
    let best = { rank: Number.POSITIVE_INFINITY, field: 0 }
    for (const [field, postings] of fields.entries()) {
      if (postings === undefined) continue
      for (const rank of await this.#reader.ranks.of(postings.documents))
        if (rank < best.rank) best = { rank, field }
    }
    return best
  }
}

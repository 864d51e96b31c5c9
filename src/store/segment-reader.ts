import type { CaseId } from '../model/case-id.js'
import { once } from './cache.js'
import { readDays, readFacet, readSparse } from './columns.js'
import { Dictionary } from './dictionary.js'
import type { FoundList } from './dictionary-block.js'
import { DocumentColumn } from './document-column.js'
import {
  type Dead,
  type Gone,
  NOTHING_GONE,
  type Order,
  readDead,
  readGone,
  readOrder,
} from './edit-blocks.js'
import { IdColumn } from './id-column.js'
import type { Segment } from './manifest.js'
import { decodePostings, type PostingList } from './posting-list.js'
import { RankColumn } from './rank-column.js'
import { SegmentBlocks } from './segment-blocks.js'
import { readHeader, type SegmentHeader } from './segment-header.js'
import { readStatuses, supersededOf } from './status-column.js'
import { DamagedIndex, type Storage } from './storage.js'
import { readSuccessors, type SuccessorColumn } from './successor-column.js'
import { readWords, type WordCounts } from './word-block.js'

const NONE_DEAD: Dead = { numbers: new Uint32Array(0), ranks: new Uint32Array(0) }

/** One segment as it was written: removed documents are in every answer. Loads when it is asked. */
export class SegmentReader {
  readonly segment: Segment
  readonly dead: Dead
  readonly ids: IdColumn
  readonly ranks: RankColumn
  readonly documents: DocumentColumn
  readonly dictionary: Dictionary
  readonly #header: SegmentHeader
  readonly #blocks: SegmentBlocks

  private constructor(segment: Segment, blocks: SegmentBlocks, header: SegmentHeader, dead: Dead) {
    this.segment = segment
    this.dead = dead
    this.ids = new IdColumn(blocks, header.ids, segment.count)
    this.ranks = new RankColumn(blocks, header.ranks, segment.count)
    this.documents = new DocumentColumn(blocks, header.documents, segment.count)
    this.dictionary = new Dictionary(blocks, header.dictionary)
    this.#header = header
    this.#blocks = blocks
  }

  /** Reads the header, and which documents were removed. @throws DamagedIndex */
  static async open(storage: Storage, segment: Segment): Promise<SegmentReader> {
    const blocks = new SegmentBlocks(storage, segment)
    const ref = segment.edits?.dead
    const [header, dead] = await Promise.all([
      blocks.openRef(segment.header).then(reader => readHeader(reader, segment.count)),
      ref === undefined ? NONE_DEAD : blocks.openRef(ref).then(reader => readDead(reader, segment.count)),
    ])
    if (dead.numbers.length !== segment.dead)
      throw new DamagedIndex(ref?.file ?? segment.header.file, 'removed documents are missing')
    return new SegmentReader(segment, blocks, header, dead)
  }

  /** @throws DamagedIndex */
  async postings(term: string): Promise<PostingList | undefined> {
    const found = await this.dictionary.find(term)
    return found === undefined ? undefined : this.#decode(found)
  }

  /** Documents that have a term, as far as the dictionary says it: a short list has to be read. @throws DamagedIndex */
  async documentCount(term: string): Promise<number | undefined> {
    const list = (await this.dictionary.find(term))?.list
    return list !== undefined && 'documents' in list ? list.documents : undefined
  }

  async #decode({ list, file }: FoundList): Promise<PostingList> {
    if ('inline' in list) return decodePostings(list.inline, file, this.#header.bodyLengths)
    const loaded = await this.#blocks.load('postings', list.place)
    return decodePostings(loaded.payload, loaded.file, this.#header.bodyLengths)
  }

  async words(): Promise<WordCounts> {
    return readWords(await this.#blocks.open('columns', this.#header.words))
  }

  readonly statuses = once(async (): Promise<Uint8Array> => {
    const reader = await this.#blocks.open('columns', this.#header.statuses)
    return readStatuses(reader, this.segment.count, this.#header.commonStatus)
  })

  readonly successors = once(async (): Promise<SuccessorColumn> => {
    const block = this.#blocks.open('columns', this.#header.successors)
    const [reader, statuses] = await Promise.all([block, this.statuses()])
    return readSuccessors(reader, supersededOf(statuses), this.segment.count)
  })

  async facet(dimension: string): Promise<Map<string, Uint32Array>> {
    const place = this.#header.facets.get(dimension)
    if (place === undefined) return new Map()
    return readFacet(await this.#blocks.open('columns', place), this.segment.count)
  }

  async updated(): Promise<Int32Array> {
    return readDays(await this.#blocks.open('columns', this.#header.updated), this.segment.count)
  }

  async uses(): Promise<Uint32Array> {
    return readSparse(await this.#blocks.open('columns', this.#header.uses), this.segment.count)
  }

  /** The id of a removed document. @throws DamagedIndex */
  idOfDead(document: number): Promise<CaseId> {
    return this.ids.at(this.dead.ranks[this.dead.numbers.indexOf(document)] ?? 0)
  }

  /** What left with the removed documents. */
  async gone(): Promise<Gone> {
    const ref = this.segment.edits?.gone
    return ref === undefined ? NOTHING_GONE : readGone(await this.#blocks.openRef(ref))
  }

  /** Its place between the documents of the first segment; undefined for the first one. */
  async order(): Promise<Order | undefined> {
    const ref = this.segment.edits?.order
    return ref && readOrder(await this.#blocks.openRef(ref), this.segment.count)
  }
}

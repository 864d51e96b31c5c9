import { BlockSeries } from './block-series.js'
import { ByteReader } from './byte-reader.js'
import { Cache, once } from './cache.js'
import { COLUMN_DOCUMENTS } from './columns.js'
import type { IndexDocument } from './document.js'
import { CHUNK_DOCUMENTS, type DocumentPlaces, readDocuments } from './document-chunks.js'
import { type Place, readPlaces } from './place.js'
import { presetOf } from './preset.js'
import type { Loaded, SegmentBlocks } from './segment-blocks.js'
import { chunksIn } from './segment-header.js'

/** Bytes of JSON that stay unpacked. */
const KEPT_BYTES = 4 * 1024 * 1024

interface Chunk {
  readonly bytes: number
  readonly documents: readonly IndexDocument[]
}

/** The documents of a segment. */
export class DocumentColumn {
  readonly #blocks: SegmentBlocks
  readonly #count: number
  readonly #preset: () => Promise<Uint8Array | undefined>
  readonly #places: BlockSeries<Place[]>
  readonly #chunks = new Cache<number, Chunk>(KEPT_BYTES, chunk => chunk.bytes)

  /** @param at where the dictionary is, and the blocks that say where the chunks are */
  constructor(blocks: SegmentBlocks, at: DocumentPlaces, count: number) {
    this.#blocks = blocks
    this.#count = count
    this.#preset = once(() => loadPreset(blocks, at.preset))
    this.#places = new BlockSeries(blocks, 'columns', at.chunks, ({ payload, file }, index) => {
      const reader = new ByteReader(payload, file)
      const chunks = readPlaces(reader, chunksIn(index, count))
      reader.end()
      return chunks
    })
  }

  /** @throws DamagedIndex */
  async get(document: number): Promise<IndexDocument> {
    const number = Math.floor(document / CHUNK_DOCUMENTS)
    const chunk = await this.#chunks.get(number, () => this.#load(number))
    const found = chunk.documents[document % CHUNK_DOCUMENTS]
    if (found === undefined) throw new RangeError(`no document has the number ${document}`)
    return found
  }

  /** All of them, by number; what was given is not kept. @throws DamagedIndex */
  async *all(): AsyncGenerator<IndexDocument> {
    for (let index = 0; index < this.#places.count; index++) {
      const [places = []] = await this.#places.get([index])
      const chunks = await this.#blocks.loadAll('documents', places, await this.#preset())
      for (const [i, chunk] of chunks.entries())
        yield* this.#read(chunk, index * CHUNKS_IN_BLOCK + i).documents
    }
  }

  async #load(number: number): Promise<Chunk> {
    const [[places], preset] = await Promise.all([
      this.#places.get([Math.floor(number / CHUNKS_IN_BLOCK)]),
      this.#preset(),
    ])
    const place = places?.[number % CHUNKS_IN_BLOCK]
    if (place === undefined) throw new RangeError(`no document has the number ${number * CHUNK_DOCUMENTS}`)
    return this.#read(await this.#blocks.load('documents', place, preset), number)
  }

  #read({ payload, file }: Loaded, number: number): Chunk {
    const count = Math.min(CHUNK_DOCUMENTS, this.#count - number * CHUNK_DOCUMENTS)
    return { bytes: payload.length, documents: readDocuments(payload, count, file) }
  }
}

async function loadPreset(blocks: SegmentBlocks, place: Place | undefined): Promise<Uint8Array | undefined> {
  if (place === undefined) return undefined
  const { payload, file } = await blocks.load('documents', place)
  return presetOf(payload, file)
}

const CHUNKS_IN_BLOCK = COLUMN_DOCUMENTS / CHUNK_DOCUMENTS

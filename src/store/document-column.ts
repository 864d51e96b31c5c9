import { BlockSeries } from './block-series.js'
import { ByteReader } from './byte-reader.js'
import { once } from './cache.js'
import { COLUMN_DOCUMENTS } from './columns.js'
import type { IndexDocument } from './document.js'
import { decodeDocument } from './document-code.js'
import type { DocumentPlaces } from './document-writer.js'
import { type Place, readPlaces } from './place.js'
import { presetOf } from './preset.js'
import type { SegmentBlocks } from './segment-blocks.js'

/** The documents of a segment. */
export class DocumentColumn {
  readonly #blocks: SegmentBlocks
  readonly #preset: () => Promise<Uint8Array | undefined>
  readonly #places: BlockSeries<Place[]>

  /** @param at where the dictionary is, and the blocks that say where the documents are */
  constructor(blocks: SegmentBlocks, at: DocumentPlaces, count: number) {
    this.#blocks = blocks
    this.#preset = once(() => loadPreset(blocks, at.preset))
    this.#places = new BlockSeries(blocks, 'columns', at.documents, ({ payload, file }, index) => {
      const reader = new ByteReader(payload, file)
      const places = readPlaces(reader, Math.min(COLUMN_DOCUMENTS, count - index * COLUMN_DOCUMENTS))
      reader.end()
      return places
    })
  }

  /** @throws DamagedIndex */
  async get(document: number): Promise<IndexDocument> {
    const [[places], preset] = await Promise.all([
      this.#places.get([Math.floor(document / COLUMN_DOCUMENTS)]),
      this.#preset(),
    ])
    const place = places?.[document % COLUMN_DOCUMENTS]
    if (place === undefined) throw new RangeError(`no document has the number ${document}`)
    const { payload, file } = await this.#blocks.load('documents', place, preset)
    return decodeDocument(payload, file)
  }

  /** All of them, by number; what was given is not kept. @throws DamagedIndex */
  async *all(): AsyncGenerator<IndexDocument> {
    for (let index = 0; index < this.#places.count; index++) {
      const [places = []] = await this.#places.get([index])
      const documents = await this.#blocks.loadAll('documents', places, await this.#preset())
      for (const { payload, file } of documents) yield decodeDocument(payload, file)
    }
  }
}

async function loadPreset(blocks: SegmentBlocks, place: Place | undefined): Promise<Uint8Array | undefined> {
  if (place === undefined) return undefined
  const { payload, file } = await blocks.load('documents', place)
  return presetOf(payload, file)
}

import { BlockSeries } from './block-series.js'
import { ByteReader } from './byte-reader.js'
import { COLUMN_DOCUMENTS, readPositions } from './columns.js'
import type { Place } from './place.js'
import type { SegmentBlocks } from './segment-blocks.js'

/** Document number → rank by id. */
export class RankColumn {
  readonly #blocks: BlockSeries<Uint32Array>

  /** @param count documents of the segment */
  constructor(blocks: SegmentBlocks, places: readonly Place[], count: number) {
    this.#blocks = new BlockSeries(blocks, 'columns', places, ({ payload, file }, index) => {
      const here = Math.min(COLUMN_DOCUMENTS, count - index * COLUMN_DOCUMENTS)
      return readPositions(new ByteReader(payload, file), here, count)
    })
  }

  /** The ranks of documents, in their order. @throws DamagedIndex */
  async of(documents: Uint32Array): Promise<Uint32Array> {
    const slots = new Int32Array(this.#blocks.count).fill(-1)
    for (const document of documents) slots[document >>> SHIFT] = 0
    const wanted = [...slots.keys()].filter(block => slots[block] === 0)
    for (const [slot, block] of wanted.entries()) slots[block] = slot
    const blocks = await this.#blocks.get(wanted)
    return documents.map(document => blocks[slots[document >>> SHIFT] ?? 0]?.[document & MASK] ?? 0)
  }
}

const SHIFT = Math.log2(COLUMN_DOCUMENTS)
const MASK = COLUMN_DOCUMENTS - 1

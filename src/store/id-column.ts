import type { CaseId } from '../model/case-id.js'
import { BlockSeries } from './block-series.js'
import { ByteReader } from './byte-reader.js'
import { COLUMN_DOCUMENTS, type IdBlock, readIds } from './columns.js'
import { lastNotAbove } from './front-coding.js'
import type { SegmentBlocks } from './segment-blocks.js'
import type { SortedBlocks } from './segment-header.js'

/** The ids of a segment in ascending order. */
export class IdColumn {
  readonly #firsts: readonly string[]
  readonly #blocks: BlockSeries<IdBlock>

  /** @param count documents of the segment */
  constructor(blocks: SegmentBlocks, { firsts, places }: SortedBlocks, count: number) {
    this.#firsts = firsts
    this.#blocks = new BlockSeries(blocks, 'columns', places, ({ payload, file }, index) => {
      const here = Math.min(COLUMN_DOCUMENTS, count - index * COLUMN_DOCUMENTS)
      return readIds(new ByteReader(payload, file), here, count)
    })
  }

  /** The document of an id. @throws DamagedIndex */
  async find(id: CaseId): Promise<number | undefined> {
    const { block, at } = await this.#search(id)
    return block?.ids[at] === id ? block.numbers[at] : undefined
  }

  /** The id of a rank, which is below the count. @throws DamagedIndex */
  async at(rank: number): Promise<CaseId> {
    const [block] = await this.#blocks.get([Math.floor(rank / COLUMN_DOCUMENTS)])
    return block?.ids[rank % COLUMN_DOCUMENTS] ?? ''
  }

  /** How many ids are less than `id`. @throws DamagedIndex */
  async countBelow(id: CaseId): Promise<number> {
    const { block, at, before } = await this.#search(id)
    return before + at + (block === undefined || block.ids[at] === id ? 0 : 1)
  }

  /** Every id, ascending. @throws DamagedIndex */
  async all(): Promise<CaseId[]> {
    const blocks = await this.#blocks.get([...this.#firsts.keys()])
    return blocks.flatMap(({ ids }) => ids)
  }

  /** The place of the last id that is not above `id`, and the ids before its block. */
  async #search(id: CaseId): Promise<{ block?: IdBlock; at: number; before: number }> {
    const index = lastNotAbove(this.#firsts, id)
    if (index === -1) return { at: 0, before: 0 }
    const [block] = await this.#blocks.get([index])
    if (block === undefined) return { at: 0, before: 0 }
    return { block, at: lastNotAbove(block.ids, id), before: index * COLUMN_DOCUMENTS }
  }
}

import { BlockSeries } from './block-series.js'
import { DictionaryBlock, type FoundList } from './dictionary-block.js'
import { NearFilter } from './dictionary-near.js'
import { lastNotAbove } from './front-coding.js'
import type { SegmentBlocks } from './segment-blocks.js'
import type { DictionaryPlaces } from './segment-header.js'

/** The terms of a segment, and where the list of each is. */
export class Dictionary {
  readonly #firsts: readonly string[]
  readonly #longest: readonly number[]
  readonly #blocks: BlockSeries<DictionaryBlock>

  constructor(blocks: SegmentBlocks, { firsts, places, longest }: DictionaryPlaces) {
    this.#firsts = firsts
    this.#longest = longest
    this.#blocks = new BlockSeries(
      blocks,
      'terms',
      places,
      ({ payload, file }) => new DictionaryBlock(payload, file),
    )
  }

  /** Where the posting list of a term is. @throws DamagedIndex */
  async find(term: string): Promise<FoundList | undefined> {
    const at = lastNotAbove(this.#firsts, term)
    if (at === -1) return undefined
    const [block] = await this.#blocks.get([at])
    return block?.find(term)
  }

  /** The terms that begin with a prefix, ascending. @throws DamagedIndex */
  async terms(prefix: string): Promise<string[]> {
    const start = Math.max(0, lastNotAbove(this.#firsts, prefix))
    let end = start
    while (end < this.#firsts.length && (end === start || this.#firsts[end]?.startsWith(prefix) === true))
      end++
    const indexes = Array.from({ length: end - start }, (_, i) => start + i)
    const blocks = await this.#blocks.get(indexes)
    return blocks.flatMap(({ terms }) => terms.filter(term => term.startsWith(prefix)))
  }

  /** Terms, ascending, that hold all those within `edits` edits of a word. @throws DamagedIndex */
  async near(word: string, edits: number): Promise<string[]> {
    const filter = new NearFilter(word, edits)
    const indexes: number[] = []
    for (let index = 0; index < this.#firsts.length; index++) {
      if ((this.#longest[index] ?? 0) < word.length - edits) continue
      if (filter.mayHold({ from: this.#firsts[index], end: this.#firsts[index + 1] })) indexes.push(index)
    }
    const blocks = await this.#blocks.get(indexes)
    return blocks.flatMap(({ terms }) => terms)
  }
}

import { Cache } from './cache.js'
import type { PackKind } from './manifest.js'
import type { Place } from './place.js'
import type { Loaded, SegmentBlocks } from './segment-blocks.js'

/** Blocks side by side, each loaded and decoded when it is first asked for. */
export class BlockSeries<T> {
  readonly #blocks: SegmentBlocks
  readonly #kind: PackKind
  readonly #places: readonly Place[]
  readonly #decode: (block: Loaded, index: number) => T
  readonly #decoded = new Cache<number, T>()

  constructor(
    blocks: SegmentBlocks,
    kind: PackKind,
    places: readonly Place[],
    decode: (block: Loaded, index: number) => T,
  ) {
    this.#blocks = blocks
    this.#kind = kind
    this.#places = places
    this.#decode = decode
  }

  get count(): number {
    return this.#places.length
  }

  /** Loads what is missing in as few reads as it can. @throws DamagedIndex */
  get(indexes: readonly number[]): Promise<T[]> {
    const missing = indexes.filter(index => !this.#decoded.has(index))
    const places = missing.flatMap(index => this.#places[index] ?? [])
    if (places.length < missing.length) throw new RangeError('no such block')
    const loading = places.length === 0 ? undefined : this.#blocks.loadAll(this.#kind, places)
    const positions = new Map(missing.map((index, i) => [index, i]))
    const decode = async (index: number): Promise<T> => {
      const block = (await loading)?.[positions.get(index) ?? -1]
      if (block === undefined) throw new RangeError('no such block')
      return this.#decode(block, index)
    }
    return Promise.all(indexes.map(index => this.#decoded.get(index, () => decode(index))))
  }
}

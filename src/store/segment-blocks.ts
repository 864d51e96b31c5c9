import { Blocks } from './blocks.js'
import { ByteReader } from './byte-reader.js'
import type { BlockRef, PackKind, Segment } from './manifest.js'
import { type Place, refOf } from './place.js'
import { DamagedIndex, type Storage } from './storage.js'

/** A block's payload, and the file it came from, for the message when it is damaged. */
export interface Loaded {
  readonly payload: Uint8Array
  readonly file: string
}

/** The blocks of one segment by their places. */
export class SegmentBlocks {
  readonly #blocks: Blocks
  readonly #segment: Segment

  constructor(storage: Storage, segment: Segment) {
    this.#blocks = new Blocks(storage)
    this.#segment = segment
  }

  /**
   * @param dictionary what the block may have been deflated against
   * @throws DamagedIndex
   */
  async load(kind: PackKind, place: Place, dictionary?: Uint8Array): Promise<Loaded> {
    const ref = this.#ref(kind, place)
    return { payload: await this.#blocks.read(ref, dictionary), file: ref.file }
  }

  /** Loads several, those that lie side by side in one go. @throws DamagedIndex */
  async loadAll(kind: PackKind, places: readonly Place[], dictionary?: Uint8Array): Promise<Loaded[]> {
    const refs = places.map(place => this.#ref(kind, place))
    const payloads = await this.#blocks.readAll(refs, dictionary)
    return refs.map(({ file }, i) => ({ payload: payloads[i] ?? new Uint8Array(0), file }))
  }

  /** A block of numbers and texts. @throws DamagedIndex */
  async open(kind: PackKind, place: Place): Promise<ByteReader> {
    const { payload, file } = await this.load(kind, place)
    return new ByteReader(payload, file)
  }

  /** A block that the manifest names. @throws DamagedIndex */
  async openRef(ref: BlockRef): Promise<ByteReader> {
    return new ByteReader(await this.#blocks.read(ref), ref.file)
  }

  #ref(kind: PackKind, place: Place): BlockRef {
    const ref = refOf(place, this.#segment.packs[kind])
    if (ref === undefined) throw new DamagedIndex(this.#segment.header.file, 'a block is out of range')
    return ref
  }
}

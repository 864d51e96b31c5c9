import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { readJsonBlock } from '../store/json-blocks.js'
import type { BlockRef, Manifest } from '../store/manifest.js'
import { openPartition } from '../store/open-partition.js'
import type { IndexReader } from '../store/reader.js'
import type { Storage } from '../store/storage.js'
import type { Expansions } from './expansions.js'

/** An index ready to be asked: its parts are read when they are needed, once. */
export class OpenedIndex {
  readonly manifest: Manifest
  readonly #storage: Storage
  #living: Promise<IndexReader> | undefined
  #archive: Promise<IndexReader> | undefined
  #taxonomy: Promise<Taxonomy> | undefined
  #expansions: Promise<Expansions> | undefined

  constructor(storage: Storage, manifest: Manifest) {
    this.#storage = storage
    this.manifest = manifest
  }

  /** All but the archived cases. */
  living(): Promise<IndexReader> {
    this.#living ??= openPartition(this.#storage, this.manifest.living)
    return this.#living
  }

  /** The archived cases, with statistics of their own. */
  archive(): Promise<IndexReader> {
    this.#archive ??= openPartition(this.#storage, this.manifest.archive)
    return this.#archive
  }

  /** The taxonomy as it was when the index was built. */
  taxonomy(): Promise<Taxonomy> {
    this.#taxonomy ??= this.#read<TaxonomyData>(this.manifest.taxonomy).then(data => new Taxonomy(data))
    return this.#taxonomy
  }

  /** What words of the query also mean. */
  expansions(): Promise<Expansions> {
    this.#expansions ??= this.#read<Expansions>(this.manifest.expansions)
    return this.#expansions
  }

  // The block's checksum holds, so it is what the builder wrote.
  async #read<T>(ref: BlockRef): Promise<T> {
    return (await readJsonBlock(this.#storage, ref)) as T
  }
}

import type { Audience } from '../model/case.js'
import type { SearchField } from '../model/config.js'

/** The one file of an index with a fixed name. It is replaced as a whole, and last. */
export const MANIFEST_FILE = 'manifest.json'
export const INDEX_FORMAT = 'casectl-index'
/** Raised whenever a byte of the index changes its meaning. */
export const INDEX_VERSION = 6

/** Kinds of packs, which begin their names. A segment's blocks of one kind follow one another. */
export const PACK_KINDS = ['header', 'terms', 'postings', 'documents', 'columns'] as const
export type PackKind = (typeof PACK_KINDS)[number]

/** Where a block lies. */
export interface BlockRef {
  /** The pack's name. */
  readonly file: string
  readonly start: number
  /** Bytes of the whole block. */
  readonly length: number
}

/** A file of the index. */
export interface PackInfo {
  /** `<kind>-<first 16 hexadecimal digits of its SHA-256>.bin` */
  readonly name: string
  readonly bytes: number
}

/** What was taken from a segment, and where it stands among the others, since it was written. */
export interface SegmentEdits {
  readonly packs: readonly PackInfo[]
  /** The removed documents; missing for none. */
  readonly dead?: BlockRef
  /** The terms and words that left with them; goes with `dead`. */
  readonly gone?: BlockRef
  /** The places of its documents between those of the first segment; missing in the first one. */
  readonly order?: BlockRef
}

/** Documents that were written together and never change. */
export interface Segment {
  /** Documents, removed ones too. */
  readonly count: number
  /** Removed documents. */
  readonly dead: number
  /** By field: terms of its living documents. */
  readonly lengths: readonly number[]
  readonly header: BlockRef
  readonly packs: Readonly<Record<PackKind, readonly PackInfo[]>>
  readonly edits?: SegmentEdits
}

/** Documents with statistics of their own. */
export interface Partition {
  /** Living documents. */
  readonly count: number
  /** By field: terms of all living documents. */
  readonly lengths: readonly number[]
  /** The first is the base; the later ones hold what changed since. */
  readonly segments: readonly Segment[]
}

/** What a search needs to know of the configuration. None of it is worked into the other files. */
export interface IndexSettings {
  /** Hits shown when nobody says how many. */
  readonly limit: number
  readonly defaultAudience: Audience
  readonly boosts: Readonly<Record<SearchField, number>>
}

/** The index as its one mutable file describes it. */
export interface Manifest {
  /** The fingerprint of the way in which its texts were cut. */
  readonly tokenizer: string
  /** Hash over everything that the index was made of. */
  readonly contentHash: string
  readonly settings: IndexSettings
  /** The packs that hold `taxonomy` and `expansions`. */
  readonly packs: readonly PackInfo[]
  /** JSON of a TaxonomyData. */
  readonly taxonomy: BlockRef
  /** JSON of the expansions. */
  readonly expansions: BlockRef
  readonly living: Partition
  readonly archive: Partition
}

export const EMPTY_PARTITION: Partition = { count: 0, lengths: [0, 0, 0, 0, 0, 0, 0], segments: [] }

import type { Audience } from '../model/case.js'
import type { TaxonomyData } from '../model/taxonomy.js'

export const INDEX_FORMAT = 'casectl-index'
/** Raised whenever a file of the index changes its meaning. */
export const INDEX_VERSION = 1

/** The files of an index. The header names the checksums of the others and is written last. */
export const HEADER_FILE = 'header.json'
export const DOCUMENTS_FILE = 'documents.json'
export const INDEX_FILE = 'index.json'

/** What a search needs to know of the configuration, so that it reads no YAML. */
export interface SearchSettings {
  /** Hits shown when nobody says how many. */
  readonly limit: number
  readonly defaultAudience: Audience
}

/** What the builder says of an index beside its contents. */
export interface IndexFacts {
  /** Hash over everything that the index was made of; the same contents give the same index. */
  readonly contentHash: string
  /** How long the build took, in milliseconds. */
  readonly builtMs: number
  readonly taxonomy: TaxonomyData
  readonly settings: SearchSettings
  /** The caller's own: by what it tells a fresh index from a stale one. Plain JSON. */
  readonly stamp: unknown
}

/** The small file by which an index is recognised and judged without reading the others. */
export interface IndexHeader extends IndexFacts {
  readonly format: typeof INDEX_FORMAT
  readonly version: typeof INDEX_VERSION
  readonly tokenizer: string
  /** Documents in the index. */
  readonly count: number
  /** File name → checksum. */
  readonly files: Readonly<Record<string, string>>
}

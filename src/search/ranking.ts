import type { SearchField } from '../model/config.js'
import type { IndexReader } from '../store/reader.js'
import type { Evaluation, Evidence } from './evaluation.js'
import type { LoweredQuery } from './lowered.js'

/** How many of the best are put into a better order. What comes after them keeps Lunr's. */
export const RERANKED = 100

/** One reason for which a hit stands where it stands: a factor of its score. */
export interface RankPart {
  /** `fields`, `coverage`, `title`, and of a text of several sentences `sentence` */
  readonly name: string
  readonly factor: number
}

export interface RankInput {
  readonly query: LoweredQuery
  readonly evaluation: Evaluation
  /** Of the partition. */
  readonly statistics: Pick<IndexReader, 'count' | 'averageLengths'>
  readonly boosts: Readonly<Record<SearchField, number>>
  readonly documents: readonly RankedDocument[]
}

export interface RankedDocument {
  readonly document: number
  /** Lunr's own. */
  readonly score: number
  readonly evidence: readonly Evidence[]
}

/** The same documents in the same order, each with its factors; the new score is score × factors. */
export type Rank = (input: RankInput) => readonly { readonly parts: readonly RankPart[] }[]

import type { Filters } from '../library/filter.js'
import type { SearchField } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from '../store/document.js'
import type { IndexReader } from '../store/reader.js'
import { evaluate } from './evaluate.js'
import type { Evaluation } from './evaluation.js'
import { evidenceFor, termsOf } from './found-by.js'
import type { LoweredQuery } from './lowered.js'
import { order, type Placed, type Sort, sortThenById } from './ordering.js'
import { rank } from './rank.js'
import { type RankInput, type RankPart, RERANKED } from './ranking.js'
import { MAX_VERIFIED, verify } from './verify.js'
import { type Placement, place } from './visibility.js'

/** A document in its last place. */
export interface Ranked extends Placed {
  readonly parts: readonly RankPart[]
  /** `score` × the factors of its parts. */
  readonly final: number
}

export interface PartitionRequest {
  readonly boosts: Readonly<Record<SearchField, number>>
  readonly filters: Filters
  readonly archived: boolean
  readonly sort: Sort
  readonly rank: 'default' | 'lunr'
  /** Hits wanted, counted from the first. */
  readonly wanted: number
  /** Look at every document found, so that the count is true. */
  readonly all: boolean
  readonly taxonomy: () => Promise<Taxonomy>
}

/** What one partition answers. */
export interface PartitionAnswer {
  readonly evaluation: Evaluation
  readonly placement: Placement
  /** In their last order, at least as many as are wanted where there are so many. */
  readonly ranked: readonly Ranked[]
  /** The texts of the ranked ones where checking them needed the texts. */
  readonly documents?: readonly IndexDocument[]
  readonly total: number
  readonly exact: boolean
}

/** Fewer candidates than this are all read when runs or phrases must be proved: the count is then true. */
const ALL_READ = 100

/** Evaluates, places, orders, re-ranks and proves. */
export async function searchPartition(
  reader: IndexReader,
  lowered: LoweredQuery,
  request: PartitionRequest,
): Promise<PartitionAnswer> {
  const evaluation = await evaluate(reader, lowered.clauses, request.boosts)
  const checked = lowered.checks.length > 0
  const count = Math.max(RERANKED, checked ? MAX_VERIFIED : request.wanted)
  const placement = await place(reader, evaluation, { ...request, count })
  const candidates = [...placement.tiers.values()].reduce((sum, documents) => sum + documents.length, 0)
  const rankedFirst = (most: number): Promise<Ranked[]> =>
    inOrder(reader, lowered, { evaluation, placement, request }, most)
  if (!checked)
    return {
      evaluation,
      placement,
      ranked: await rankedFirst(count),
      total: candidates,
      exact: placement.exact,
    }
  const wanted = request.all || candidates <= ALL_READ ? candidates : request.wanted
  const taxonomy = await request.taxonomy()
  const prove = async (most: number) =>
    verify(reader, await rankedFirst(most), lowered.checks, wanted, {
      taxonomy,
      termsOf: document => termsOf(evaluation, placement, document),
    })
  // Nearly all pass: the others are put in order where the first hundred are not enough.
  const first = Math.min(count, Math.max(RERANKED, wanted))
  let proved = await prove(first)
  if (proved.kept.length < wanted && first < Math.min(count, candidates)) proved = await prove(count)
  const { kept, looked } = proved
  return {
    evaluation,
    placement,
    ranked: kept.map(({ placed: found }) => found),
    documents: kept.map(({ document }) => document),
    total: candidates - (looked - kept.length),
    exact: placement.exact && looked === candidates,
  }
}

/** The first of the documents shown, in their last order. */
async function inOrder(
  reader: IndexReader,
  query: LoweredQuery,
  {
    evaluation,
    placement,
    request,
  }: Pick<PartitionAnswer, 'evaluation' | 'placement'> & { readonly request: PartitionRequest },
  count: number,
): Promise<Ranked[]> {
  const { sort, boosts } = request
  const plain = request.rank === 'lunr'
  const placed = await order(reader, evaluation, placement, { sort, plain, count })
  if (sort !== 'score' || plain || evaluation.terms.length === 0) return placed.map(unranked)
  return rerank(reader, query, { evaluation, placement, boosts }, placed)
}

function unranked(placed: Placed): Ranked {
  return { ...placed, parts: [], final: placed.score }
}

/** Puts the first hundred into their last order, each within its tier. */
async function rerank(
  reader: IndexReader,
  query: LoweredQuery,
  {
    evaluation,
    placement,
    boosts,
  }: Pick<PartitionAnswer, 'evaluation' | 'placement'> & Pick<RankInput, 'boosts'>,
  placed: readonly Placed[],
): Promise<Ranked[]> {
  const head = placed.slice(0, RERANKED)
  const documents = head.map(({ document, score }) => ({
    document,
    score,
    evidence: evidenceFor(evaluation, placement, document),
  }))
  const ranks = rank({ query, evaluation, documents, statistics: reader, boosts })
  const ranked = head.map((found, i): Ranked => {
    const parts = ranks[i]?.parts ?? []
    const { document, tier, score } = found
    let final = score
    for (const { factor } of parts) final *= factor
    return { document, tier, score, parts, final }
  })
  const sorted = await sortThenById(
    reader,
    ranked,
    ({ document }) => document,
    (a, b) => a.tier - b.tier || b.final - a.final,
  )
  return [...sorted, ...placed.slice(RERANKED).map(unranked)]
}

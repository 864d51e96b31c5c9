import type { Filters } from '../library/filter.js'
import type { SearchField } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from '../store/document.js'
import type { IndexReader } from '../store/reader.js'
import { evaluate, evidenceOf } from './evaluate.js'
import type { Evaluation, Evidence } from './evaluation.js'
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
  const { sort } = request
  const plain = request.rank === 'lunr'
  const placed = await order(reader, evaluation, placement, { sort, plain, count })
  const reranks = sort === 'score' && !plain && evaluation.terms.length > 0
  const ranked = reranks
    ? await rerank(reader, lowered, { evaluation, placement, boosts: request.boosts }, placed)
    : placed.map(unranked)
  if (!checked) return { evaluation, placement, ranked, total: candidates, exact: placement.exact }
  const wanted = request.all || candidates <= ALL_READ ? candidates : request.wanted
  const { kept, looked } = await verify(reader, ranked, lowered.checks, wanted, {
    taxonomy: await request.taxonomy(),
    termsOf: document => termsOf(evaluation, placement, document),
  })
  return {
    evaluation,
    placement,
    ranked: kept.map(({ placed: found }) => found),
    documents: kept.map(({ document }) => document),
    total: candidates - (looked - kept.length),
    exact: placement.exact && looked === candidates,
  }
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
    return { ...found, parts, final: parts.reduce((product, { factor }) => product * factor, found.score) }
  })
  const sorted = await sortThenById(
    reader,
    ranked,
    ({ document }) => document,
    (a, b) => a.tier - b.tier || b.final - a.final,
  )
  return [...sorted, ...placed.slice(RERANKED).map(unranked)]
}

/** What speaks for a document: its own terms, or those of the superseded case whose score it has. */
export function evidenceFor(
  evaluation: Evaluation,
  placement: Placement,
  document: number,
): readonly Evidence[] {
  const sources = [document, ...(placement.via.get(document) ?? [])]
  const score = placement.scores[document]
  const source = sources.find(found => evaluation.scores[found] === score) ?? document
  return evidenceOf(evaluation, source)
}

/** The terms by which a document, or a superseded one that led to it, was found. */
export function termsOf(evaluation: Evaluation, placement: Placement, document: number): readonly string[] {
  const sources = [document, ...(placement.via.get(document) ?? [])]
  const found = sources.flatMap(source => evidenceOf(evaluation, source))
  return [...new Set(found.map(({ term }) => evaluation.terms[term]?.term ?? ''))]
}

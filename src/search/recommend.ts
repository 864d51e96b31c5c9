import type { Filters } from '../library/filter.js'
import type { CaseId } from '../model/case-id.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexReader } from '../store/reader.js'
import { likenesses, saidAlso } from './likeness.js'
import { type Near, type NearCase, nearestOf, stretchesOf, toNearCase } from './near-case.js'
import type { OpenedIndex } from './opened.js'
import type { TextPart } from './said.js'
import { type Telling, weigh } from './telling.js'
import { type Placement, place } from './visibility.js'
import { VOTERS, type Vote, vote } from './vote.js'

export interface RecommendRequest {
  readonly parts: readonly TextPart[]
  /** From this score on a case is likely. */
  readonly threshold: number
  readonly limit: number
  /** Resolved by `resolveFilters`. */
  readonly filters?: Filters
  /** The text is a query, of a few words that were chosen. */
  readonly chosen?: boolean
}

export interface RecommendedCase extends NearCase {
  /** The score reaches the threshold. */
  readonly likely: boolean
  /** The superseded cases that the text is near to and that this one replaces. */
  readonly via: readonly CaseId[]
  /** The stretches of the text that the case says too. */
  readonly shared: readonly string[]
}

export interface Recommendation {
  readonly threshold: number
  /** Best first: the likely ones, then the nearest of the others. */
  readonly cases: readonly RecommendedCase[]
  /** What the text may be filed under, as its nearest cases are. */
  readonly votes: readonly Vote[]
}

/**
 * The cases that a ticket or a customer's message is likely about. Only released ones; a superseded
 * one gives its place to its successor.
 * @throws DamagedIndex
 */
export async function recommend(opened: OpenedIndex, request: RecommendRequest): Promise<Recommendation> {
  const reader = await opened.living()
  const expansions = await opened.expansions()
  const { threshold, filters = {}, limit, chosen = false } = request
  const telling = await weigh([reader], request.parts, { expansions, chosen })
  const { found, scores } = likenesses(telling, reader)
  const placement = await place(reader, { found, scores }, { filters, archived: false })
  const shown = placement.tiers.get(1) ?? []
  const nearest = await nearestOf(reader, shown, placement.scores, Math.max(limit, VOTERS))
  const documents = await reader.documents(nearest.map(({ document }) => document))
  const neighbours = documents.map((document, i) => ({ document, score: nearest[i]?.score ?? 0 }))
  const cases = await Promise.all(
    neighbours.slice(0, limit).map(async ({ document, score }, i): Promise<RecommendedCase> => {
      const near = toNearCase(document, score)
      const reasons = await reasonsFor(reader, nearest[i], { telling, placement, request })
      return { ...near, likely: near.score >= threshold, ...reasons }
    }),
  )
  return { threshold, cases, votes: vote(neighbours, votedOn(await opened.taxonomy())) }
}

/** What cases are filed under: status, kind, language and audience are no matter of votes. */
export function votedOn(taxonomy: Taxonomy): string[] {
  return [...taxonomy.dimensions.keys(), 'tag']
}

async function reasonsFor(
  reader: IndexReader,
  near: Near | undefined,
  context: {
    readonly telling: Telling
    readonly placement: Placement
    readonly request: RecommendRequest
  },
): Promise<Pick<RecommendedCase, 'via' | 'shared'>> {
  if (near === undefined) return { via: [], shared: [] }
  const led = context.placement.via.get(near.document) ?? []
  const via = (await reader.documents(led)).map(({ id }) => id).sort()
  // A superseded case may say what its successor does not.
  const terms = [near.document, ...led].flatMap(document => saidAlso(context.telling, document))
  const text = context.request.parts.map(part => part.text).join('\n')
  return { via, shared: stretchesOf(text, [...new Set(terms)]) }
}

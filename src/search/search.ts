import type { Filters } from '../library/filter.js'
import type { IndexDocument } from '../store/document.js'
import type { IndexReader } from '../store/reader.js'
import { NO_EXPANSIONS } from './expansions.js'
import { explain } from './explain.js'
import { addCounts, countFacets, type FacetCounts } from './facet-counts.js'
import { evidenceFor, termsOf } from './found-by.js'
import { type Hit, toHit } from './hit.js'
import type { Correction, LoweredQuery } from './lowered.js'
import { markWeights } from './mark-weights.js'
import { type Note, note } from './notes.js'
import { openVocabulary } from './open-vocabulary.js'
import type { OpenedIndex } from './opened.js'
import type { Sort } from './ordering.js'
import { type PartitionAnswer, type Ranked, searchPartition } from './partition.js'
import { lowerQuery, queryTerms } from './query-lower.js'
import { type Clause, type ParsedQuery, parseQuery } from './query-parse.js'
import type { Weights } from './snippet.js'
import { surfaceOf } from './surface.js'

export type { Hit } from './hit.js'

export interface SearchRequest {
  readonly text: string
  /** Resolved by `resolveFilters`. They choose among what the text finds and alter no score. */
  readonly filters?: Filters
  /** Hits to return; the library's own limit where it is left out. */
  readonly limit?: number
  /** Hits to pass over. */
  readonly offset?: number
  /** `score` where it is left out, `updated` where the text asks for nothing. */
  readonly sort?: Sort
  /** `lunr`: Lunr's own order, without tiers and re-ranking. */
  readonly rank?: 'default' | 'lunr'
  /** Ask the archived cases too; they stand behind the living ones. */
  readonly archived?: boolean
  /** Count the facets of everything found. */
  readonly facets?: boolean
  /** Say of each hit why it stands where it stands. */
  readonly explain?: boolean
}

/** A correction as people read it. */
export interface ShownCorrection extends Correction {
  /** The terms as the library writes them. */
  readonly shown: readonly string[]
}

export interface SearchResult {
  readonly query: { readonly text: string; readonly clauses: readonly Clause[] }
  /** Hits before limit and offset. */
  readonly total: number
  /** False where `total` counts cases whose text was not read to prove a run or phrase. */
  readonly exact: boolean
  readonly hits: readonly Hit[]
  readonly corrections: readonly ShownCorrection[]
  readonly notes: readonly Note[]
  readonly facets?: FacetCounts
}

/**
 * Asks an index. Released cases come first, then drafts, then archived ones; within each the best,
 * then the id. A text without words finds nothing; no text at all lists every case that the filters
 * leave, the last updated first. Whatever the text, it throws nothing but
 * @throws DamagedIndex
 */
export async function search(opened: OpenedIndex, request: SearchRequest): Promise<SearchResult> {
  const parsed = parseQuery(request.text)
  const living = await ask(opened, await opened.living(), parsed, request, false)
  const wantsArchive = request.archived === true || request.filters?.['status']?.includes('archived') === true
  const archive = wantsArchive ? [await ask(opened, await opened.archive(), parsed, request, true)] : []
  const asked = [living, ...archive]
  const hits = await page(opened, asked, request)
  const facets = request.facets === true ? { facets: await facetsOf(opened, asked) } : {}
  const { corrections, units } = living.lowered
  const shown = units.length === 0 ? [] : corrections
  return {
    query: { text: parsed.text, clauses: parsed.clauses },
    total: asked.reduce((sum, { answer }) => sum + (answer?.total ?? 0), 0),
    exact: asked.every(({ answer }) => answer?.exact ?? true),
    hits,
    corrections: await Promise.all(shown.map(correction => show(opened, living.reader, correction))),
    notes: [
      ...parsed.notes,
      ...livingNotes(living, archive),
      ...cappedNotes(living),
      ...(living.wordless ? [note('nothing')] : []),
    ],
    ...facets,
  }
}

/** What is to be said of the query as the living cases see it; a word that the archive knows is not missing. */
function livingNotes({ lowered: { notes } }: Asked, archive: readonly Asked[]): Note[] {
  const isMissing = ({ code, args }: Note): boolean =>
    archive.every(({ lowered }) =>
      lowered.notes.some(each => each.code === code && each.args['word'] === args['word']),
    )
  return notes.filter(each => !(each.code === 'unknown' || each.code === 'expanded') || isMissing(each))
}

/** The patterns of which not every term was searched, each once. */
function cappedNotes({ answer }: Asked): Note[] {
  const texts = new Set((answer?.evaluation.capped ?? []).map(({ term }) => term))
  return [...texts].map(text => note('cappedWildcard', { text }))
}

interface Asked {
  readonly reader: IndexReader
  readonly lowered: LoweredQuery
  /** The text holds no word; there is no answer. */
  readonly wordless: boolean
  /** Nothing was asked for but filters or the absence of something. */
  readonly listing: boolean
  readonly answer: PartitionAnswer | undefined
}

async function ask(
  opened: OpenedIndex,
  reader: IndexReader,
  parsed: ParsedQuery,
  request: SearchRequest,
  archived: boolean,
): Promise<Asked> {
  const expansions = parsed.text === '' ? NO_EXPANSIONS : await opened.expansions()
  const vocabulary = await openVocabulary(reader, queryTerms(parsed, expansions))
  const lowered = await lowerQuery(parsed, vocabulary, expansions)
  const wordless = parsed.text !== '' && lowered.clauses.length === 0 && lowered.checks.length === 0
  const listing = lowered.clauses.every(clause => clause.presence === 'prohibited')
  if (wordless) return { reader, lowered, wordless, listing, answer: undefined }
  const { settings } = opened.manifest
  const answer = await searchPartition(reader, lowered, {
    boosts: settings.boosts,
    filters: request.filters ?? {},
    archived,
    sort: request.sort ?? (listing ? 'updated' : 'score'),
    rank: request.rank ?? 'default',
    wanted: (request.offset ?? 0) + (request.limit ?? settings.limit),
    all: request.facets === true,
    taxonomy: () => opened.taxonomy(),
  })
  return { reader, lowered, wordless, listing, answer }
}

/** The hits from offset to limit over the partitions, one after the other. */
async function page(opened: OpenedIndex, asked: readonly Asked[], request: SearchRequest): Promise<Hit[]> {
  const hits: Hit[] = []
  let skip = request.offset ?? 0
  let left = request.limit ?? opened.manifest.settings.limit
  for (const { reader, lowered, answer, listing } of asked) {
    if (answer === undefined) continue
    const shared = new Map<string, Weights>()
    const shown = answer.ranked.slice(skip, skip + left)
    const numbers = shown.map(({ document }) => document)
    const documents = answer.documents?.slice(skip, skip + left) ?? (await reader.documents(numbers))
    for (const [i, ranked] of shown.entries()) {
      const document = documents[i]
      if (document === undefined) continue
      const explains = request.explain === true
      hits.push(await hitOf(document, ranked, { reader, lowered, answer, listing, explains, shared }))
    }
    left -= shown.length
    skip = Math.max(0, skip - answer.total)
  }
  return hits
}

async function hitOf(
  document: IndexDocument,
  ranked: Ranked,
  context: {
    readonly reader: IndexReader
    readonly lowered: LoweredQuery
    readonly answer: PartitionAnswer
    readonly listing: boolean
    readonly explains: boolean
    /** Of the hits before: terms → their weights. Most hits of a page have the same terms. */
    readonly shared: Map<string, Weights>
  },
): Promise<Hit> {
  const { reader, lowered, listing, explains, shared } = context
  const { evaluation, placement } = context.answer
  const found = new Set(termsOf(evaluation, placement, ranked.document))
  const terms = evaluation.terms.filter(({ term }) => found.has(term))
  const key = terms.map(({ term }) => term).join(' ')
  const weights = shared.get(key) ?? markWeights(terms, reader.count)
  shared.set(key, weights)
  const via = listing ? [] : await reader.documents(placement.via.get(ranked.document) ?? [])
  const evidence = explains ? evidenceFor(evaluation, placement, ranked.document) : []
  return toHit(document, {
    score: ranked.score,
    tier: ranked.tier,
    via: via.map(({ id }) => id).sort(),
    weights,
    explanation: explains ? explain(evaluation, evidence, ranked, lowered.units) : undefined,
  })
}

async function facetsOf(opened: OpenedIndex, asked: readonly Asked[]): Promise<FacetCounts> {
  const taxonomy = await opened.taxonomy()
  let counts: FacetCounts = {}
  for (const { reader, answer } of asked) {
    if (answer === undefined) continue
    const documents =
      answer.documents === undefined
        ? [...answer.placement.tiers.values()].flat()
        : answer.ranked.map(({ document }) => document)
    counts = addCounts(counts, await countFacets(reader, documents, taxonomy))
  }
  return counts
}

async function show(
  opened: OpenedIndex,
  reader: IndexReader,
  correction: Correction,
): Promise<ShownCorrection> {
  const taxonomy = await opened.taxonomy()
  const shown = await Promise.all(correction.terms.map(term => surfaceOf(reader, term, taxonomy)))
  return { ...correction, shown: [...new Set(shown)] }
}

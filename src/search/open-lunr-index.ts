import lunr from 'lunr'
import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import type { IndexReader, Postings } from '../store/reader.js'
import { type LoadedTerm, loadClauses } from './load-clauses.js'
import type { LoweredClause } from './lowered.js'
import { LazyTokenSet } from './lunr-token-set.js'
import { byTermNumber } from './query-vectors.js'
import { fieldBoosts, idfOf, weigh } from './weights.js'

type Boosts = Readonly<Record<SearchField, number>>

/**
 * A real `lunr.Index` over a partition, for code that was written for Lunr: the weights that
 * `lunr.Builder` would have given, to the bit, and an empty pipeline, so that terms are asked for as
 * they stand in the index. A reference is a case's id.
 *
 * Without clauses it holds everything, in as much memory as Lunr takes: half a gigabyte for 10,000
 * cases. With clauses it holds their terms, and answers queries made of them as the whole would.
 * @throws DamagedIndex
 */
export async function openLunrIndex(
  reader: IndexReader,
  boosts: Boosts,
  clauses?: readonly LoweredClause[],
): Promise<lunr.Index> {
  const terms = await loadTerms(reader, clauses)
  // Only a query that does nothing but exclude asks for documents that have none of its terms.
  const excludes = clauses === undefined || clauses.every(({ presence }) => presence === 'prohibited')
  const documents = excludes ? living(reader) : documentsOf(terms)
  const columns = await openColumns(reader, documents)
  const factors = fieldBoosts(boosts)
  const invertedIndex: Record<string, object> = Object.create(null)
  for (const [number, { term, postings }] of terms.toSorted(byTermNumber).entries()) {
    weighTerm(columns, reader, number, postings, factors)
    invertedIndex[term] = postingOf(columns, number, postings)
  }
  const parts = {
    invertedIndex,
    fieldVectors: fieldVectors(columns, excludes),
    tokenSet: new LazyTokenSet(
      terms.map(({ term }) => term),
      invertedIndex,
    ),
    fields: [...SEARCH_FIELDS],
    pipeline: new lunr.Pipeline(),
  }
  return new lunr.Index(parts as unknown as lunr.Index.Attributes)
}

/** In ascending order of terms. */
async function loadTerms(
  reader: IndexReader,
  clauses: readonly LoweredClause[] | undefined,
): Promise<LoadedTerm[]> {
  const names =
    clauses === undefined
      ? await reader.terms('')
      : (await loadClauses(reader, clauses)).flatMap(({ terms }) => terms.map(({ term }) => term))
  const loaded = [...new Set(names)].sort().map(async (term): Promise<LoadedTerm[]> => {
    const postings = await reader.postings(term)
    return postings === undefined ? [] : [{ term, postings }]
  })
  return (await Promise.all(loaded)).flat()
}

function living(reader: IndexReader): number[] {
  return Array.from({ length: reader.size }, (_, document) => document).filter(document =>
    reader.isLive(document),
  )
}

function documentsOf(terms: readonly LoadedTerm[]): number[] {
  const found = new Set<number>()
  for (const { postings } of terms) {
    for (const list of postings.fields) for (const document of list?.documents ?? []) found.add(document)
  }
  return [...found]
}

/** The documents in the order of their ids, in which Lunr keeps everything. */
interface Columns {
  readonly refs: readonly string[]
  /** Document number → position in `refs`. */
  readonly positions: ReadonlyMap<number, number>
  /** By position, by field: term number, weight, term number, weight … */
  readonly vectors: readonly number[][][]
}

async function openColumns(reader: IndexReader, documents: readonly number[]): Promise<Columns> {
  const orders = await reader.order(documents)
  const order = new Map(documents.map((document, i) => [document, orders[i] ?? 0]))
  const sorted = documents.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return {
    refs: (await reader.documents(sorted)).map(({ id }) => id),
    positions: new Map(sorted.map((document, position) => [document, position])),
    vectors: sorted.map(() => SEARCH_FIELDS.map(() => [])),
  }
}

/** Takes a term's weights; terms come in the order of their numbers. */
function weighTerm(
  { positions, vectors }: Columns,
  { count, averageLengths }: IndexReader,
  number: number,
  postings: Postings,
  factors: readonly number[],
): void {
  const idf = idfOf(postings, count)
  for (const [field, list] of postings.fields.entries()) {
    for (const [i, document] of (list?.documents ?? []).entries()) {
      const [frequency = 0, length = 0] = [list?.frequencies[i], list?.lengths[i]]
      const weight = weigh(idf, frequency, length, averageLengths[field] ?? 0, factors[field] ?? 1)
      vectors[positions.get(document) ?? -1]?.[field]?.push(number, weight)
    }
  }
}

/** Where a term stands as Lunr has it: field → reference → what was kept of each place, here nothing. */
function postingOf({ refs, positions }: Columns, number: number, { fields }: Postings): object {
  const posting: Record<string, unknown> = Object.assign(Object.create(null), { _index: number })
  for (const [field, name] of SEARCH_FIELDS.entries()) {
    const own = Array.from(fields[field]?.documents ?? [], document => positions.get(document) ?? -1)
    posting[name] = Object.fromEntries(own.sort((a, b) => a - b).map(position => [refs[position], NOTHING]))
  }
  return posting
}

const NOTHING: object = Object.freeze({})

/** @param all vectors without a term too, as Lunr has them: what they are called is all that it lists */
function fieldVectors({ refs, vectors }: Columns, all: boolean): Record<string, lunr.Vector> {
  const byRef: Record<string, lunr.Vector> = Object.create(null)
  for (const [position, ref] of refs.entries()) {
    for (const [field, name] of SEARCH_FIELDS.entries()) {
      const elements = vectors[position]?.[field] ?? []
      if (all || elements.length > 0) byRef[`${name}/${ref}`] = new lunr.Vector(elements)
    }
  }
  return byRef
}

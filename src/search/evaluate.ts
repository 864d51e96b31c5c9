import type { SearchField } from '../model/config.js'
import type { FieldPostings, IndexReader } from '../store/reader.js'
import type { Evaluation } from './evaluation.js'
import { type FieldScores, gather, nonZero } from './gather.js'
import { type LoadedClause, loadClauses } from './load-clauses.js'
import type { LoweredClause } from './lowered.js'
import { type Condition, conditionOf } from './presence.js'
import { type QueryVector, queryTerms } from './query-vectors.js'
import { fieldBoosts, weigh } from './weights.js'

export { evidenceOf } from './evidence.js'

type Boosts = Readonly<Record<SearchField, number>>

/** What scoring asks of a reader. */
type Documents = Pick<IndexReader, 'size' | 'count' | 'averageLengths' | 'isLive'>

/**
 * What Lunr 2.3.9 finds for these clauses in an index of the reader's documents: the same documents,
 * the same scores to the bit, the same order. No clauses, or prohibited ones alone, find everything
 * else with a score of 0.
 * @throws DamagedIndex
 */
export async function evaluate(
  reader: IndexReader,
  clauses: readonly LoweredClause[],
  boosts: Boosts,
): Promise<Evaluation> {
  return score(reader, await loadClauses(reader, clauses), boosts)
}

/**
 * The part of `evaluate` that waits for nothing. It goes through each posting list twice; a document
 * that none of them names costs a look at one byte, and some dozens of untouched ones.
 */
export function score(reader: Documents, clauses: readonly LoadedClause[], boosts: Boosts): Evaluation {
  const condition = conditionOf(reader.size, clauses)
  const capped = clauses.filter(loaded => loaded.capped).map(({ clause }) => clause)
  const scoring = clauses.filter(({ clause }) => clause.presence !== 'prohibited')
  if (scoring.length === 0) return { ...everything(reader, condition), ...(capped.length > 0 && { capped }) }
  const { terms, vectors } = queryTerms(scoring, reader.count)
  const factors = fieldBoosts(boosts)
  const parts = vectors.map(({ entries, magnitude }, field): FieldScores => {
    const scale = { average: reader.averageLengths[field] ?? 0, factor: factors[field] ?? 1 }
    return { magnitude, dots: dotsOf(field, entries, condition, scale) }
  })
  const gathered = gather(scoring, parts, condition)
  spare = parts.flatMap(({ dots }) => (dots.length === reader.size ? [dots] : []))
  return { ...gathered, terms, ...(capped.length > 0 && { capped }) }
}

/**
 * The arrays of the query before, to be cleared: made anew for every query, they are most of what
 * the collector of garbage has to do. Nothing waits while they are in use.
 */
let spare: Float64Array[] = []

function zeros(size: number): Float64Array {
  const used = spare.pop()
  return used?.length === size ? used.fill(0) : new Float64Array(size)
}

/** The products of the query's vector with those of the documents. */
function dotsOf(
  field: number,
  entries: QueryVector['entries'],
  condition: Condition,
  scale: FieldScale,
): Float64Array {
  const lists = entries.flatMap(({ scored, boost }) => {
    const list = scored.postings.fields[field]
    return list === undefined ? [] : [{ list, idf: scored.idf, boost }]
  })
  if (lists.length === 0) return NO_DOTS
  const dots = zeros(condition.passed.length)
  for (const { list, idf, boost } of lists) addProducts(dots, list, condition, { ...scale, idf, boost })
  return dots
}

const NO_DOTS = new Float64Array(0)

/** What all weights of a field share. */
interface FieldScale {
  readonly average: number
  readonly factor: number
}

/** On its own and small, because its first run cannot wait for the engine to make it fast. */
function addProducts(
  dots: Float64Array,
  { documents, frequencies, lengths }: FieldPostings,
  { passed, needed }: Condition,
  { idf, average, factor, boost }: FieldScale & { readonly idf: number; readonly boost: number },
): void {
  // In the body, neighbours are of one length, and most have a term once: they weigh the same.
  let frequency = -1
  let length = -1
  let product = 0
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] as number
    if (passed[document] !== needed) continue
    if (frequencies[i] !== frequency || lengths[i] !== length) {
      frequency = frequencies[i] as number
      length = lengths[i] as number
      product = boost * weigh(idf, frequency, length, average, factor)
    }
    ;(dots[document] as number) += product
  }
}

function everything(reader: Documents, { passed }: Condition): Evaluation {
  const found = new Uint8Array(reader.size)
  for (let document = 0; document < found.length; document++) {
    if (passed[document] === 0 && reader.isLive(document)) found[document] = 1
  }
  const { size } = reader
  return { found: nonZero(found), scores: new Float64Array(size), met: new Uint32Array(size), terms: [] }
}

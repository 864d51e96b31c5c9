import type lunr from 'lunr'
import type { SearchField } from '../../src/model/config.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { score } from '../../src/search/evaluate.js'
import type { Evaluation } from '../../src/search/evaluation.js'
import { loadClauses } from '../../src/search/load-clauses.js'
import type { LoweredClause } from '../../src/search/lowered.js'
import { openLunrIndex } from '../../src/search/open-lunr-index.js'
import type { IndexReader } from '../../src/store/reader.js'
import type { Cut } from '../store/support.js'
import { generateClauses } from './generated-clauses.js'
import { editedIndex, freshIndex } from './generated-library.js'
import { askLunr, lunrOracle } from './lunr-oracle.js'
import { Random } from './random.js'

/** One field without a boost, which is not Lunr's default of 1. */
export const BOOSTS: Readonly<Record<SearchField, number>> = { ...DEFAULT_CONFIG.search.boosts, facets: 0 }

export interface Comparison {
  /** What Lunr found in all. */
  readonly hits: number
  /** A line for each answer that is not Lunr's; at most ten. */
  readonly differences: readonly string[]
}

/**
 * Asks generated queries of Lunr and of the evaluator: over an index written at once, every fourth
 * one over an index that was edited, and every fourth of a `lunr.Index` with no more than the query's terms.
 * @param progress is told each query's number, and what the ones before it came to
 */
export async function compareWithLunr(
  cases: readonly Cut[],
  queries: number,
  progress: (query: number, sofar: Comparison) => void = () => undefined,
): Promise<Comparison> {
  const oracle = lunrOracle(cases, BOOSTS)
  const readers = { fresh: await freshIndex(cases), edited: await editedIndex(cases) }
  const asked = { fresh: await Asked.open(readers.fresh), edited: await Asked.open(readers.edited) }
  const common = cases.flatMap(({ terms }) => terms.fields.flat())
  const vocabulary = { common, all: await readers.fresh.terms('') }
  const random = new Random(3)
  const differences: string[] = []
  let hits = 0
  for (let query = 0; query < queries && differences.length < 10; query++) {
    progress(query, { hits, differences })
    const clauses = generateClauses(random, vocabulary)
    const results = askLunr(oracle, clauses)
    hits += results.length
    const report = (where: string, difference: string | undefined): void => {
      if (difference !== undefined) differences.push(`${where}: ${difference} in ${JSON.stringify(clauses)}`)
    }
    report('fresh', firstDifference(await asked.fresh.answer(clauses), results))
    if (query % 4 === 2) report('edited', firstDifference(await asked.edited.answer(clauses), results))
    if (query % 4 === 0) report('lunr.Index', await partialDifference(readers.edited, clauses, results))
  }
  return { hits, differences }
}

/** Compares match data too. Leaves out clauses beyond the limit on wildcards, which are not the whole. */
async function partialDifference(
  reader: IndexReader,
  clauses: readonly LoweredClause[],
  results: readonly lunr.Index.Result[],
): Promise<string | undefined> {
  if ((await loadClauses(reader, clauses)).some(({ capped }) => capped)) return undefined
  const partial = askLunr(await openLunrIndex(reader, BOOSTS, clauses), clauses)
  return firstDifference(partial, results) ?? firstOther(partial.map(matched), results.map(matched))
}

function matched({ matchData }: lunr.Index.Result): string {
  return JSON.stringify(matchData)
}

function firstOther(own: readonly string[], expected: readonly string[]): string | undefined {
  const at = own.findIndex((line, i) => line !== expected[i])
  return at === -1 ? undefined : `${own[at]} is not ${expected[at]}`
}

interface Hit {
  readonly ref: string
  readonly score: number
}

/** Where two answers differ first, scores to the bit. */
function firstDifference(own: readonly Hit[], expected: readonly Hit[]): string | undefined {
  for (let i = 0; i < Math.max(own.length, expected.length); i++) {
    const [one, other] = [own[i], expected[i]]
    if (one?.ref !== other?.ref || !Object.is(one?.score, other?.score))
      return `${i}: ${one?.ref} ${one?.score} is not ${other?.ref} ${other?.score}`
  }
  return undefined
}

/** The evaluator under test, over a reader whose ids and order are read once. */
class Asked {
  readonly #reader: IndexReader
  readonly #ids: readonly string[]
  readonly #orders: Float64Array

  private constructor(reader: IndexReader, ids: readonly string[], orders: Float64Array) {
    this.#reader = reader
    this.#ids = ids
    this.#orders = orders
  }

  static async open(reader: IndexReader): Promise<Asked> {
    const ids: string[] = []
    const orders = new Float64Array(reader.size)
    for (let from = 0; from < reader.size; from += 1000) {
      const some = Array.from({ length: Math.min(1000, reader.size - from) }, (_, i) => from + i)
      const living = some.filter(document => reader.isLive(document))
      const keys = await reader.order(living)
      for (const [i, { id }] of (await reader.documents(living)).entries()) {
        ids[living[i] ?? -1] = id
        orders[living[i] ?? -1] = keys[i] ?? Number.NaN
      }
    }
    return new Asked(reader, ids, orders)
  }

  /** Without the limit on wildcards, which Lunr does not have. */
  async answer(clauses: readonly LoweredClause[]): Promise<Hit[]> {
    const loaded = await loadClauses(this.#reader, clauses, Number.POSITIVE_INFINITY)
    return this.#inOrder(score(this.#reader, loaded, BOOSTS))
  }

  #inOrder({ found, scores, met }: Evaluation): Hit[] {
    const of = (values: Float64Array | Uint32Array, document: number): number =>
      values[document] ?? Number.NaN
    const orders = this.#orders
    const sorted = [...found].sort(
      (a, b) => of(scores, b) - of(scores, a) || of(met, a) - of(met, b) || of(orders, a) - of(orders, b),
    )
    return sorted.map(document => ({
      ref: this.#ids[document] ?? `number ${document}`,
      score: of(scores, document),
    }))
  }
}

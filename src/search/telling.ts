import { byCodeUnit } from '../lib/text.js'
import type { IndexReader, Postings } from '../store/reader.js'
import { type Expansions, NO_EXPANSIONS } from './expansions.js'
import { tellingShare } from './function-words.js'
import { type OtherWords, otherWords } from './otherwise.js'
import { readParts, type Said, saidIn, type TextPart, worthOf } from './said.js'

/** A term of a text that the library knows, itself or in other words. */
export interface TellingTerm {
  readonly term: string
  /** What it tells: its idf, less for a function word, squared, times the worth of what says it. */
  readonly mass: number
  /** By reader. */
  readonly postings: readonly (Postings | undefined)[]
  readonly otherwise: readonly OtherWords[]
}

/** What a text says that tells one case from another. */
export interface Telling {
  /** The heaviest first. */
  readonly terms: readonly TellingTerm[]
  /** All that the text tells: what its terms weigh, and what it says that no case does. */
  readonly mass: number
}

export interface TellingOptions {
  readonly expansions?: Expansions
  /**
   * Terms of fewer cases do not count, and unknown words neither: 2 for the text of a case, which
   * has words that it cannot share with any other.
   */
  readonly leastCases?: 1 | 2
  /**
   * The text is a query: its few words were chosen, so that one that no case has counts whole, and no
   * least mass is asked for.
   */
  readonly chosen?: boolean
}

/** Distinct terms that are looked up, in the order of the text, and the heaviest of them. */
const MAX_LOOKED_UP = 256
const MAX_ASKED = 96

/**
 * What a word tells that no case has, as a share of one that one case has: it may be what matters,
 * most often it is small talk.
 */
const UNKNOWN = 0.25

/** A text is judged as if it told at least this much, in words that one case has: 你好 proves nothing. */
const LEAST_WORDS = 3

/** Weighs what a text says by how few of the cases of all readers say it. */
export async function weigh(
  readers: readonly IndexReader[],
  parts: readonly TextPart[],
  { expansions = NO_EXPANSIONS, leastCases = 1, chosen = false }: TellingOptions = {},
): Promise<Telling> {
  const read = readParts(parts)
  const said = read.flatMap(({ units, weight }) => saidIn(units, weight))
  const looked = await lookUp(readers, said)
  const others = await otherWords(readers, read, expansions)
  const total = readers.reduce((sum, reader) => sum + reader.count, 0)
  const found = looked.map(({ term, postings }) => {
    const otherwise = others.filter(({ own }) => own.includes(term))
    return { term, postings, otherwise, count: casesOf(postings, otherwise) }
  })
  const strange = new Set(found.filter(({ count }) => count === 0).map(({ term }) => term))
  const { known, unknown } = worthOf(said, term => !strange.has(term))
  const terms = found
    .filter(({ count }) => count >= leastCases)
    .map(({ count, ...term }): TellingTerm => {
      const rarity = idf(total, count) * tellingShare(term.term)
      return { ...term, mass: rarity ** 2 * (known.get(term.term) ?? 0) }
    })
    .sort((a, b) => b.mass - a.mass || byCodeUnit(a.term, b.term))
    .slice(0, MAX_ASKED)
  const one = idf(total, leastCases) ** 2
  const share = leastCases > 1 ? 0 : chosen ? 1 : UNKNOWN
  const mass = terms.reduce((sum, term) => sum + term.mass, unknown * share * one)
  return { terms, mass: Math.max(mass, chosen ? Number.MIN_VALUE : LEAST_WORDS * one) }
}

interface LookedUp {
  readonly term: string
  readonly postings: readonly (Postings | undefined)[]
}

/** Where the distinct terms stand, as many of them as are looked up. */
function lookUp(readers: readonly IndexReader[], said: readonly Said[]): Promise<LookedUp[]> {
  const terms = [...new Set(said.map(({ term }) => term))].slice(0, MAX_LOOKED_UP)
  return Promise.all(
    terms.map(async term => ({
      term,
      postings: await Promise.all(readers.map(reader => reader.postings(term))),
    })),
  )
}

/** How many cases have a term; where none has it, how many say it in other words. */
function casesOf(postings: readonly (Postings | undefined)[], otherwise: readonly OtherWords[]): number {
  const own = postings.reduce((sum, found) => sum + (found?.count ?? 0), 0)
  if (own > 0) return own
  return Math.max(
    0,
    ...otherwise.map(({ documents }) => documents.reduce((sum, list) => sum + list.length, 0)),
  )
}

/**
 * How much a term tells: `ln(1 + (N - n + ½) / (n + ½))` of n cases of N that have it (Robertson and
 * Spärck Jones, as BM25 takes it); near 0 for a term of every case.
 */
export function idf(total: number, count: number): number {
  return Math.log(1 + Math.max(0, total - count + 0.5) / (count + 0.5))
}

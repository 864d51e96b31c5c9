import type { IndexReader } from '../store/reader.js'
import type { LoweredClause } from './lowered.js'
import { inLunrOrder } from './lunr-token-set.js'
import { within } from './near.js'

/**
 * The terms that the fuzzy words and patterns of one query stand for at most, all together: the
 * commonest of those that fit. `e*` fits a tenth of a vocabulary, whose postings are a tenth of the
 * index; its rare terms tell nothing that was asked for.
 */
export const MAX_EXPANSION = 1000

/**
 * To find the commonest, this many times as many terms are counted at most: the shortest of those
 * that fit. Frequent words are short ones (Zipf's law of abbreviation).
 */
const COUNTED = 10

/** The terms of the index that a clause asks for. */
export interface ExpandedTerms {
  /** In the order in which Lunr expands them. */
  readonly terms: readonly string[]
  /** More terms fit than are asked. */
  readonly capped: boolean
}

/** True where the term stands for itself alone, and need not be looked for in the vocabulary. */
export function isPlain({ term, edits }: Pick<LoweredClause, 'term' | 'edits'>): boolean {
  return edits === 0 && !term.includes('*')
}

/**
 * What a fuzzy word or a pattern with `*` stands for.
 * @param limit of the terms
 * @throws DamagedIndex
 */
export async function expand(
  reader: IndexReader,
  asked: Pick<LoweredClause, 'term' | 'edits'>,
  limit: number = MAX_EXPANSION,
): Promise<ExpandedTerms> {
  const all = await candidates(reader, asked)
  const commonest = all.length > limit ? await commonestOf(reader, all, limit) : all
  return { terms: inLunrOrder(commonest, asked.term, asked.edits), capped: all.length > limit }
}

/** Those of the words, ascending by code unit, within `edits` edits of a word, in Lunr's order. */
export function near(words: readonly string[], word: string, edits: 1 | 2): string[] {
  return inLunrOrder(within(words, word, edits), word, edits)
}

/** The terms that fit, ascending. */
async function candidates(
  reader: IndexReader,
  { term, edits }: Pick<LoweredClause, 'term' | 'edits'>,
): Promise<readonly string[]> {
  if (edits > 0) return within(await reader.termsNear(term, edits), term, edits)
  const [prefix = '', ...rest] = term.split('*')
  const terms = await reader.terms(prefix)
  // `abc*` and `abc**`: the prefix says it all.
  return rest.every(part => part === '') ? terms : terms.filter(found => fits(found, prefix, rest))
}

/**
 * True when the stretches between the stars stand in the term in their order, the last at its end.
 * The earliest place of each is as good as any, so nothing is tried twice.
 */
function fits(term: string, prefix: string, stretches: readonly string[]): boolean {
  let at = prefix.length
  for (let i = 0; i < stretches.length - 1; i++) {
    const stretch = stretches[i] ?? ''
    const found = term.indexOf(stretch, at)
    if (found === -1) return false
    at = found + stretch.length
  }
  const last = stretches.at(-1) ?? ''
  return term.length - last.length >= at && term.endsWith(last)
}

/** The terms that most documents have, ascending by code unit; of equally common ones the first. */
async function commonestOf(reader: IndexReader, terms: readonly string[], limit: number): Promise<string[]> {
  const counted = terms.length > COUNTED * limit ? shortestOf(terms, COUNTED * limit) : terms
  const counts = await Promise.all(counted.map(async term => (await reader.postings(term))?.count ?? 0))
  const places = [...counted.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  return inPlace(counted, places.slice(0, limit))
}

function shortestOf(terms: readonly string[], limit: number): string[] {
  const places = [...terms.keys()].sort((a, b) => (terms[a]?.length ?? 0) - (terms[b]?.length ?? 0) || a - b)
  return inPlace(terms, places.slice(0, limit))
}

function inPlace(terms: readonly string[], places: number[]): string[] {
  return places.sort((a, b) => a - b).map(place => terms[place] ?? '')
}

/** What the measurements of quality take from casectl: its indexing, its searching, its cutting. */
import { OpenedIndex } from '../../src/search/opened.js'
import { search } from '../../src/search/search.js'
import { isStopWord } from '../../src/search/stem.js'
import { tokenize, unitsOf } from '../../src/search/tokens.js'
import { updateIndexAt } from '../../src/workspace/build-index.js'

/** Indexes the library of a folder and opens it. */
export async function openLibrary(folder: string): Promise<OpenedIndex> {
  const { storage, manifest } = await updateIndexAt(folder, { full: true })
  return new OpenedIndex(storage, manifest)
}

/** The ids of the first hits. */
export async function idsFound(
  opened: OpenedIndex,
  text: string,
  rank: 'default' | 'lunr',
  limit: number,
): Promise<string[]> {
  const { hits } = await search(opened, { text, rank, limit })
  return hits.map(({ id }) => id)
}

export function termsOf(text: string): string[] {
  return tokenize(text).map(({ term }) => term)
}

/** The terms of a query as plain BM25 asks it: bigrams and words, no English function words. */
export function queryTermsOf(text: string): string[] {
  const units = unitsOf(text)
  const tells = units.filter(({ kind, text: word }) => kind !== 'word' || !isStopWord(word))
  return (tells.length > 0 ? tells : units).flatMap(({ exact }) => exact.map(({ term }) => term))
}

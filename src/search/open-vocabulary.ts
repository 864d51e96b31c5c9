import type { IndexReader } from '../store/reader.js'
import { expand, near } from './expand.js'
import type { OpenVocabulary } from './vocabulary.js'

/** The vocabulary of a reader, with Lunr's own meaning of `~n` and `*`, in Lunr's order. */
export const openVocabulary: OpenVocabulary = async (reader: IndexReader, terms: readonly string[]) => {
  // The reader keeps what it has loaded; together, they load in one round.
  await Promise.all(terms.map(term => reader.postings(term)))
  return {
    documents: reader.count,
    count: async term => (await reader.postings(term))?.count ?? 0,
    near: async (word, edits) => (await expand(reader, { term: word, edits })).terms,
    wordsNear: async (word, edits) => near(await reader.words(), word, edits),
    like: async pattern => (await expand(reader, { term: pattern, edits: 0 })).terms,
  }
}

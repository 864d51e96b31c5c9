import type { IndexReader } from '../store/reader.js'

/** What lowering asks of the terms of an index. */
export interface Vocabulary {
  /** Living documents: N of every idf. */
  readonly documents: number
  /** Living documents that have the term; 0 for an unknown one. */
  count(term: string): Promise<number>
  /** The terms within `edits` edits of a word, in Lunr's order; a swap of two neighbours is one edit. */
  near(word: string, edits: 1 | 2): Promise<readonly string[]>
  /** The library's English words, whose stems are other words, within `edits` edits of a word. */
  wordsNear(word: string, edits: 1 | 2): Promise<readonly string[]>
  /** The terms that a pattern with `*` fits, in Lunr's order. */
  like(pattern: string): Promise<readonly string[]>
}

/** Opens the vocabulary of a reader; `terms` are asked for at once, so that they load together. */
export type OpenVocabulary = (reader: IndexReader, terms: readonly string[]) => Promise<Vocabulary>

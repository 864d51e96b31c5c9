import { SEARCH_FIELDS } from '../model/config.js'
import type { IndexReader } from '../store/reader.js'
import type { Telling, TellingTerm } from './telling.js'

/** Documents, and how much of what a text tells each says. */
export interface Likeness {
  /** Ascending. */
  readonly found: Uint32Array
  /** By document number, 0 to 1. */
  readonly scores: Float64Array
}

const BODY = SEARCH_FIELDS.indexOf('body')
/** Lunr's own constants of BM25. */
const K1 = 1.2
const B = 0.75

/**
 * How much of what a text tells each document says:
 *
 *     score(d) = √( Σ mass(t) · strength(t, d)  ÷  mass of the whole text )
 *     mass(t)  = (idf(t) · share(t))² · worth(t)
 *
 * 1: the document says everything telling that the text says. 0.7: it says half of it. Without
 * strengths it is the cosine between the text's vector of idf weights and the part of it that the
 * document says too, so it is comparable over texts and libraries. Strength is 1 in a title, a
 * code, a phrase, a symptom or a facet; in the body BM25's own saturation, at most 1, so that one
 * mention in a long text counts less; in other words (synonyms, associations) 0.8 or 0.5.
 * @param which the reader of the telling whose documents are judged
 */
export function likenesses(telling: Telling, reader: IndexReader, which = 0): Likeness {
  const told = new Float64Array(reader.size)
  const strengths = new Float64Array(reader.size)
  for (const term of telling.terms) {
    for (const document of strengthen(strengths, term, reader, which)) {
      told[document] = (told[document] ?? 0) + term.mass * (strengths[document] ?? 0)
      strengths[document] = 0
    }
  }
  const found: number[] = []
  for (const [document, mass] of told.entries()) {
    if (mass === 0) continue
    found.push(document)
    told[document] = Math.sqrt(Math.min(1, mass / telling.mass))
  }
  return { found: Uint32Array.from(found), scores: told }
}

/** Notes how strongly each document says a term. Returns the documents, each once. */
function strengthen(
  strengths: Float64Array,
  { postings, otherwise }: TellingTerm,
  { averageLengths }: IndexReader,
  which: number,
): number[] {
  const touched: number[] = []
  const raise = (document: number, strength: number): void => {
    const before = strengths[document] ?? 0
    if (before === 0) touched.push(document)
    if (strength > before) strengths[document] = strength
  }
  for (const [field, own] of (postings[which]?.fields ?? []).entries()) {
    if (own === undefined) continue
    const average = averageLengths[field] ?? 0
    for (const [i, document] of own.documents.entries()) {
      raise(
        document,
        field === BODY ? saturation(own.frequencies[i] ?? 0, (own.lengths[i] ?? 0) / average) : 1,
      )
    }
  }
  for (const { worth, documents } of otherwise)
    for (const document of documents[which] ?? []) raise(document, worth)
  return touched
}

function saturation(frequency: number, length: number): number {
  return Math.min(1, ((K1 + 1) * frequency) / (K1 * (1 - B + B * length) + frequency))
}

/** The terms of a text that a document says itself, the most telling first. */
export function saidAlso({ terms }: Telling, document: number, which = 0): string[] {
  return terms
    .filter(({ postings }) => postings[which]?.fields.some(field => has(field?.documents, document)))
    .map(({ term }) => term)
}

function has(ascending: Uint32Array = new Uint32Array(0), value: number): boolean {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return ascending[low] === value
}

import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import type { Postings } from '../store/reader.js'

/** Lunr's defaults: how fast repetition stops to count, and how much a long text is held against it. */
export const K1 = 1.2
export const B = 0.75

/** Lunr reads a boost of 0 as 1; a weight this small rounds to 0, and the field can still be asked. */
const NO_BOOST = 1e-9

/** By position in SEARCH_FIELDS: the factor of the field's weights. */
export function fieldBoosts(boosts: Readonly<Record<SearchField, number>>): number[] {
  return SEARCH_FIELDS.map(field => (boosts[field] === 0 ? NO_BOOST : boosts[field]))
}

/**
 * What a term tells by being rare: `ln(1 + |(N - n + 0.5) / (n + 0.5)|)`. As in Lunr, n adds up the
 * documents of each field, so that it may exceed N.
 * @param count N: all documents
 */
export function idfOf({ fields }: Postings, count: number): number {
  let n = 0
  for (const field of fields) n += field?.documents.length ?? 0
  return Math.log(1 + Math.abs((count - n + 0.5) / (n + 0.5)))
}

/**
 * BM25 as Lunr works it out, to the bit: each operation in Lunr's order, the result rounded to
 * thousandths.
 * @param length terms in the field of the document
 * @param average of that field over all documents
 */
export function weigh(
  idf: number,
  frequency: number,
  length: number,
  average: number,
  boost: number,
): number {
  const weight = (idf * ((K1 + 1) * frequency)) / (K1 * (1 - B + B * (length / average)) + frequency)
  return Math.round(weight * boost * 1000) / 1000
}

import lunr from 'lunr'
import { byCodeUnit } from '../lib/text.js'
import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from './document.js'
import { fieldTexts } from './fields.js'
import { type Unit, unitsOf } from './tokens.js'

/** Lunr reads a boost of 0 as 1; a weight this small rounds to 0, and the field can still be asked. */
const NO_BOOST = 1e-9

/** An index as it is built. */
export interface BuiltIndex {
  readonly lunr: lunr.Index
  /** The English words whose stem is another word, folded, ascending: what a typo is measured against. */
  readonly words: readonly string[]
}

/**
 * Builds the index over documents in the order given, which decides nothing but the order of equal
 * scores. `b` and `k1` are Lunr's own: 0.75 and 1.2.
 * @param boosts field → factor of its weights, 0 to 100
 */
export function buildIndex(
  documents: readonly IndexDocument[],
  taxonomy: Taxonomy,
  boosts: Readonly<Record<SearchField, number>>,
): BuiltIndex {
  const words = new Set<string>()
  const builder = new lunr.Builder()
  // Lunr's pipelines would delete every Han character; the terms come finished from our tokenizer.
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.tokenizer = Object.assign(finished, { separator: lunr.tokenizer.separator })
  builder.ref('id')
  for (const field of SEARCH_FIELDS) {
    const extractor = (document: object): lunr.Token[] => {
      const units = fieldUnits(document as IndexDocument, field, taxonomy)
      for (const { kind, text, exact } of units)
        if (kind === 'word' && exact[0]?.term !== text) words.add(text)
      return units.flatMap(termsOf).map(term => new lunr.Token(term, {}))
    }
    builder.field(field, { boost: boosts[field] === 0 ? NO_BOOST : boosts[field], extractor })
  }
  for (const document of documents) builder.add(document)
  return { lunr: builder.build(), words: [...words].sort(byCodeUnit) }
}

/** The extractors have cut the text already. */
function finished(tokens?: null | string | object | object[]): lunr.Token[] {
  return Array.isArray(tokens) ? (tokens as lunr.Token[]) : []
}

function fieldUnits(document: IndexDocument, field: SearchField, taxonomy: Taxonomy): Unit[] {
  const units = fieldTexts(document, field, taxonomy).flatMap(unitsOf)
  if (field !== 'id') return units
  // All but the prefix, which every id shares: `case` finds no case by its id.
  return units.map(unit => ({ ...unit, parts: unit.parts.filter(part => part.end === unit.end) }))
}

function termsOf({ exact, parts }: Unit): string[] {
  return [...exact, ...parts].map(token => token.term)
}

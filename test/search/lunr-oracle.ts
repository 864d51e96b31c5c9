import lunr from 'lunr'
import { byCodeUnit } from '../../src/lib/text.js'
import { SEARCH_FIELDS, type SearchField } from '../../src/model/config.js'
import type { LoweredClause } from '../../src/search/lowered.js'
import type { Cut } from '../store/support.js'

/** Lunr reads a boost of 0 as 1; a weight this small rounds to 0. */
const NO_BOOST = 1e-9

/**
 * A plain `lunr.Index`, built by Lunr's own builder: what the index must be equal to. Documents go in
 * by id, the terms of a field by code unit.
 */
export function lunrOracle(cases: readonly Cut[], boosts: Readonly<Record<SearchField, number>>): lunr.Index {
  const builder = new lunr.Builder()
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.tokenizer = Object.assign(finished, { separator: lunr.tokenizer.separator })
  for (const [i, field] of SEARCH_FIELDS.entries()) {
    const extractor = (cut: object): lunr.Token[] =>
      [...((cut as Pick<Cut, 'terms'>).terms.fields[i] ?? [])]
        .sort(byCodeUnit)
        .map(term => new lunr.Token(term, {}))
    builder.field(field, { boost: boosts[field] === 0 ? NO_BOOST : boosts[field], extractor })
  }
  separateCounters()
  const sorted = cases.toSorted((a, b) => byCodeUnit(a.document.id, b.document.id))
  for (const { document, terms } of sorted) builder.add({ id: document.id, terms })
  return builder.build()
}

/**
 * Lunr joins equal endings of its vocabulary by a key in which the digits of a term run into its own
 * counter: an edge `1` to node 234 has the key of `1` to 2 and `3` to 4. Among codes that happens
 * (https://github.com/olivernn/lunr.js/issues/503), and a query then throws, or finds another's cases.
 * Counters of equal length keep the keys apart.
 */
export function separateCounters(): void {
  const counter = lunr.TokenSet as unknown as { _nextId: number }
  counter._nextId = Math.max(counter._nextId, 1_000_000_000)
}

/** The extractors have cut the text already. */
function finished(tokens?: null | string | object | object[]): lunr.Token[] {
  return Array.isArray(tokens) ? (tokens as lunr.Token[]) : []
}

export function askLunr(index: lunr.Index, clauses: readonly LoweredClause[]): lunr.Index.Result[] {
  return index.query(query => {
    for (const { term, fields, boost, presence, edits } of clauses) {
      query.term(term, {
        fields: [...fields],
        boost,
        presence: PRESENCE[presence],
        usePipeline: false,
        // Lunr takes the key alone, whatever its value, for a fuzzy clause.
        ...(edits === 0 ? {} : { editDistance: edits }),
      })
    }
  })
}

const PRESENCE = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
} as const

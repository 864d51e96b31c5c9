import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import type { Evaluation, Evidence } from './evaluation.js'
import type { ClauseOrigin } from './lowered.js'
import type { RankPart } from './ranking.js'

/** A term of the query that a case has. */
export interface ExplainedTerm {
  readonly term: string
  /** The word of the query that it speaks for; missing for a part that speaks for none. */
  readonly word?: string
  /** How the term came into the query: typed so, or as what else. */
  readonly origin: ClauseOrigin
  /** Field → how often the term stands there. */
  readonly fields: Readonly<Partial<Record<SearchField, number>>>
  /** How telling it is: Lunr's inverse document frequency. */
  readonly idf: number
}

/** Why a case stands where it stands: `score` × every factor = `final`. */
export interface Explanation {
  /** Lunr's own. */
  readonly score: number
  /** Empty where Lunr's order holds. */
  readonly parts: readonly RankPart[]
  readonly final: number
  readonly terms: readonly ExplainedTerm[]
}

export function explain(
  evaluation: Evaluation,
  evidence: readonly Evidence[],
  ranked: { readonly score: number; readonly parts: readonly RankPart[]; readonly final: number },
  units: readonly string[],
): Explanation {
  const { score, parts, final } = ranked
  return { score, parts, final, terms: evidence.map(found => explainTerm(evaluation, found, units)) }
}

function explainTerm(evaluation: Evaluation, found: Evidence, units: readonly string[]): ExplainedTerm {
  const scored = evaluation.terms[found.term]
  const clause = scored?.clauses[0]
  const word = clause === undefined || clause.unit < 0 ? undefined : units[clause.unit]
  const fields: Partial<Record<SearchField, number>> = {}
  for (const [i, field] of SEARCH_FIELDS.entries()) {
    const frequency = found.frequencies[i] ?? 0
    if (frequency > 0) fields[field] = frequency
  }
  return {
    term: scored?.term ?? '',
    ...(word === undefined ? {} : { word }),
    origin: clause?.origin ?? 'typed',
    fields,
    idf: scored?.idf ?? 0,
  }
}

import type { ClauseOrigin, LoweredClause, LoweredQuery } from './lowered.js'

/** What one word, code or run of a query was turned into. */
export interface ExplainedUnit {
  /** As typed; '' for what the query excludes. */
  readonly unit: string
  readonly asked: readonly ExplainedClauses[]
}

/** Clauses of one origin; of one other name, where they come from an expansion. */
export interface ExplainedClauses {
  readonly origin: ClauseOrigin
  readonly presence: LoweredClause['presence']
  /** The other name that is asked for, as synonyms.yml or the taxonomy writes it. */
  readonly name?: string
  readonly terms: readonly { readonly term: string; readonly boost: number; readonly edits: 0 | 1 | 2 }[]
}

/** Tells which clauses of a query came from where, unit by unit, what is excluded last. */
export function explainQuery({ clauses, units }: LoweredQuery): ExplainedUnit[] {
  const positions = [...units.keys(), -1]
  return positions
    .map(position => ({
      unit: units[position] ?? '',
      asked: groupsOf(clauses.filter(({ unit }) => unit === position)),
    }))
    .filter(({ asked }) => asked.length > 0)
}

function groupsOf(clauses: readonly LoweredClause[]): ExplainedClauses[] {
  const groups = new Map<string, LoweredClause[]>()
  for (const clause of clauses) {
    const key = JSON.stringify([clause.origin, clause.presence, clause.name])
    groups.set(key, [...(groups.get(key) ?? []), clause])
  }
  return [...groups.values()].flatMap(group =>
    group.slice(0, 1).map(({ origin, presence, name }) => ({
      origin,
      presence,
      ...(name === undefined ? {} : { name }),
      terms: group.map(({ term, boost, edits }) => ({ term, boost, edits })),
    })),
  )
}

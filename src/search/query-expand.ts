import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import { type LoweredClause, ORIGIN_SHARES } from './lowered.js'
import { type Alternative, alternativesOf, literalTerms } from './query-alternatives.js'
import type { Answers } from './query-answers.js'
import type { FoundName } from './query-names.js'
import type { Unit } from './tokens.js'

/** Most terms that a query gets in addition. */
const MAX_EXTRA_TERMS = 24

/** A case has the names of its terms as a field of its own: there they would count again. */
const TEXT_FIELDS: readonly SearchField[] = SEARCH_FIELDS.filter(field => field !== 'facets')

/** Where a name stands: what its units are numbered, and how much its clause is raised. */
export interface Place {
  readonly index: number
  readonly boost: number
}

export interface Expanded {
  readonly clauses: readonly LoweredClause[]
  /** Unit → the other names that are asked for it. */
  readonly named: ReadonlyMap<Unit, readonly string[]>
}

/**
 * Adds other names of what the query asks for, as optional clauses of the same units.
 *
 * A name of several terms is asked only where the index knows them all: no text can hold the others.
 * Its terms are weighed so that all of them together count ORIGIN_SHARES of what the terms asked for
 * count, by their idf; so one stray bigram of 空气压缩机 counts a quarter of that. And all names
 * that stand for one together are, as a part of the query's vector, no longer than that one is.
 * @param asked terms that the query asks for anyway
 */
export function expand(
  names: readonly FoundName[],
  answers: Answers,
  asked: ReadonlySet<string>,
  placeOf: (unit: Unit) => Place | undefined,
): Expanded {
  const clauses: LoweredClause[] = []
  const named = new Map<Unit, string[]>()
  for (const [name, chosen] of choose(names, answers, asked)) {
    const units = [...new Set(name.steps.map(({ unit }) => unit))]
    const places = units.flatMap(unit => placeOf(unit) ?? [])
    for (const { alternative, added } of chosen) {
      const boost = boostOf(alternative, chosen, answers) / places.length
      const { to, origin } = alternative
      const fields = origin === 'taxonomy' ? TEXT_FIELDS : SEARCH_FIELDS
      for (const term of added) {
        for (const place of places) {
          const own = Math.max(0.001, Math.round(boost * place.boost * 1000) / 1000)
          clauses.push({
            term,
            fields,
            boost: own,
            presence: 'optional',
            edits: 0,
            origin,
            unit: place.index,
            name: to,
          })
        }
      }
      for (const unit of units) named.set(unit, [...(named.get(unit) ?? []), to])
    }
  }
  return { clauses, named }
}

interface Chosen {
  readonly alternative: Alternative
  /** Its terms that nothing else asks for; empty where the query names it too. */
  readonly added: readonly string[]
}

/** The first other name of each name, then the second of each …, as long as there is room. */
function choose(
  names: readonly FoundName[],
  answers: Answers,
  asked: ReadonlySet<string>,
): Map<FoundName, Chosen[]> {
  const taken = new Set(asked)
  const chosen = new Map<FoundName, Chosen[]>()
  const lists = names.map(name =>
    alternativesOf(name).filter(({ terms }) => terms.every(term => answers.knows(term))),
  )
  const rounds = Math.max(0, ...lists.map(list => list.length))
  let room = MAX_EXTRA_TERMS
  for (let round = 0; round < rounds; round++) {
    for (const list of lists) {
      const alternative = list[round]
      const added = [...new Set(alternative?.terms.filter(term => !taken.has(term)))]
      if (alternative === undefined || added.length > room) continue
      room -= added.length
      for (const term of added) taken.add(term)
      chosen.set(alternative.name, [...(chosen.get(alternative.name) ?? []), { alternative, added }])
    }
  }
  return chosen
}

function boostOf({ name, origin, terms }: Alternative, all: readonly Chosen[], answers: Answers): number {
  const mass = (list: readonly string[]): number => list.reduce((sum, term) => sum + answers.weight(term), 0)
  const literal = literalTerms(name)
  const own = mass(terms)
  // A single character is asked by a prefix: no idf says what it counts.
  const prefix = literal.length === 0 || terms.some(term => term.includes('*'))
  const share = prefix || own === 0 ? 1 : Math.min(1, mass(literal) / own)
  const others = all.filter(({ added }) => added.length > 0)
  const length = Math.hypot(...others.map(({ alternative }) => ORIGIN_SHARES[alternative.origin]))
  return (ORIGIN_SHARES[origin] * share) / Math.max(1, length)
}

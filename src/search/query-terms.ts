import type { ClauseOrigin } from './lowered.js'
import type { Part, ReadClause } from './query-read.js'
import { isPlain } from './query-read.js'
import type { Token, Unit } from './tokens.js'

/** Fewer digits than this say too little to be searched apart from their code: C-95, 95 ℃. */
const TELLING_DIGITS = 3

/** The terms that stand for a run as a whole: its bigrams; of one character, a prefix. */
export function runTerms(unit: Unit): string[] {
  return unit.exact.map(({ term }) => (unit.parts.length === 0 ? `${term}*` : term))
}

/** The terms that a word may be found by where it is not required, those that the index knows. */
export function wordTerms(
  unit: Unit,
  knows: (term: string) => boolean,
): { readonly term: string; readonly origin: ClauseOrigin }[] {
  const isKnown = ({ term }: Token): boolean => knows(term)
  const whole = unit.exact.at(-1)
  const known = whole !== undefined && isKnown(whole)
  const exact = known ? unit.exact.filter(isKnown) : []
  const parts = unit.parts.filter(isKnown).filter(({ term }) => !known || counts(unit, term))
  return [
    ...exact.map(({ term }) => ({ term, origin: 'typed' as const })),
    ...parts.map(({ term }) => ({ term, origin: 'part' as const })),
  ]
}

/** Of a code that the index knows, only the digits; of any other, all parts. */
function counts(unit: Unit, part: string): boolean {
  if (unit.kind === 'compound') return true
  return unit.kind === 'code' && /^\d+$/.test(part) && part.length >= TELLING_DIGITS
}

/** A code that was typed with a space: `E 1203`, `HTTP 429`. */
export interface Joined {
  readonly term: string
  readonly halves: readonly [Unit, Unit]
}

/** The codes that neighbouring words may be, whether the index knows them or not. */
export function joinedCodes(units: readonly Unit[]): Joined[] {
  return units.flatMap((left, i): Joined[] => {
    const right = units[i + 1]
    if (right === undefined || !/^[a-z]{1,8}$/.test(left.text) || !/^\d/.test(right.text)) return []
    return [{ term: left.text + right.text, halves: [left, right] }]
  })
}

/** The units of the plain clauses, in text order. */
export function plainUnits(clauses: readonly ReadClause[]): Unit[] {
  return clauses
    .filter(({ clause }) => isPlain(clause))
    .flatMap(({ parts }) => parts.flatMap(part => ('unit' in part ? [part.unit] : [])))
}

/** Every term that lowering asks about to read the parts of a query as they are typed. */
export function literalTerms(clauses: readonly ReadClause[]): string[] {
  const ofPart = (part: Part): string[] => {
    if (!('unit' in part)) return []
    const { unit } = part
    if (unit.kind === 'run') return runTerms(unit)
    return [...unit.exact, ...unit.parts].map(({ term }) => term)
  }
  const joined = joinedCodes(plainUnits(clauses)).map(({ term }) => term)
  return [...clauses.flatMap(({ parts }) => parts.flatMap(ofPart)), ...joined]
}

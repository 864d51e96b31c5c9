import { foldText } from './fold.js'
import { tellingShare } from './function-words.js'
import type { Clause, ParsedQuery } from './query-parse.js'
import { isStopWord } from './stem.js'
import { isRun, splitRuns, type Unit, unitsOf } from './tokens.js'
import { MAX_TERM } from './word.js'

/** A part of a clause: a unit, or a pattern over terms. */
export type Part = UnitPart | PatternPart

export interface UnitPart {
  readonly unit: Unit
  /** As the searcher wrote it. */
  readonly typed: string
  /** Position in `ReadQuery.units`, -1 where it is excluded. */
  readonly index: number
  /** The text must hold the run even where the clause is optional: 生产线*. */
  readonly whole: boolean
}

export interface PatternPart {
  readonly pattern: string
  /** The pattern as written, where it was too long. */
  readonly cut?: string
  readonly index: number
}

/** A clause cut into what is asked for. */
export interface ReadClause {
  readonly clause: Clause
  readonly parts: readonly Part[]
  /** Every unit of the text, function words too. */
  readonly spelled: readonly Unit[]
}

export interface ReadQuery {
  readonly clauses: readonly ReadClause[]
  /** As typed. */
  readonly units: readonly string[]
}

/** True for a clause that is nothing but words: what is read together with its neighbours. */
export function isPlain(clause: Clause): boolean {
  const { presence, field, edits, wildcard } = clause
  return presence === 'optional' && field === undefined && edits === 0 && !wildcard
}

/** Cuts the clauses of a query into units and patterns, and numbers them. */
export function readQuery({ clauses }: ParsedQuery): ReadQuery {
  const units: string[] = []
  const spelled = clauses.map(clause => (clause.wildcard ? [] : unitsOf(clause.text)))
  const spare = spareWords(clauses, spelled)
  const read = clauses.map((clause, i): ReadClause => {
    const own = spelled[i] ?? []
    const index = (text: string): number => (clause.presence === 'excluded' ? -1 : units.push(text) - 1)
    const partOf = (unit: Unit): Part => {
      const typed = clause.text.slice(unit.start, unit.end)
      return { unit, typed, index: index(typed), whole: false }
    }
    const parts = clause.wildcard
      ? patternParts(clause, index)
      : own.filter(unit => !spare.has(unit)).map(partOf)
    return { clause, parts, spelled: own }
  })
  return { clauses: read, units }
}

/**
 * What stands plainly beside other words and would bring in every other case: English function
 * words, Chinese ones of one character, and a lone character that leans on its neighbour, as 年
 * does in 2015年: it is asked by a prefix, so by every word that begins with it.
 */
function spareWords(clauses: readonly Clause[], units: readonly (readonly Unit[])[]): Set<Unit> {
  const spare = (unit: Unit, at: number, all: readonly Unit[]): boolean => {
    if (unit.kind === 'word') return isStopWord(unit.text)
    if (unit.kind !== 'run' || unit.parts.length > 0) return false
    const leans = all[at - 1]?.end === unit.start || all[at + 1]?.start === unit.end
    return leans || tellingShare(unit.text) < 1
  }
  const tells = clauses.some(
    ({ presence, wildcard }, i) =>
      presence !== 'excluded' &&
      (wildcard || units[i]?.some((unit, at, all) => !spare(unit, at, all)) === true),
  )
  if (!tells) return new Set()
  return new Set(clauses.flatMap((clause, i) => (isPlain(clause) ? (units[i] ?? []).filter(spare) : [])))
}

/** `wild*card` fits terms; on a run, `生产线*` is every text that holds 生产线. */
function patternParts(clause: Clause, index: (text: string) => number): Part[] {
  const unitsIn = (text: string, whole: boolean): Part[] =>
    unitsOf(text).map(unit => ({ unit, typed: unit.text, index: index(unit.text), whole }))
  return splitRuns(foldText(clause.text)).flatMap((stretch): Part[] => {
    if (isRun(stretch)) return unitsIn(stretch, true)
    const bare = stretch.replace(/[^-_.*\p{L}\p{N}]+/gu, '').replace(/^[-_.]+|[-_.]+$/g, '')
    const pattern = [...bare].slice(0, MAX_TERM).join('')
    if (!pattern.includes('*')) return unitsIn(pattern, false)
    const cut = pattern === bare ? {} : { cut: bare }
    return /[^*]/.test(pattern) ? [{ pattern, ...cut, index: index(pattern) }] : []
  })
}

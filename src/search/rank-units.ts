import type { Evaluation } from './evaluation.js'
import { type LoweredClause, ORIGIN_SHARES } from './lowered.js'
import { isLiteral, type RankTerm } from './rank-terms.js'

/** What one clause asks for: a term, or any of the terms that fit a pattern or a misspelling. */
interface Asked {
  readonly terms: readonly number[]
  readonly weight: number
}

/** One way to say a unit: itself, or another name, or another spelling. */
interface Wording {
  readonly asked: readonly Asked[]
  /** What the wording counts against the unit's own. */
  readonly factor: number
  /** One of `asked` is enough: they are readings of one misspelling. */
  readonly any: boolean
}

/** A word, code or run of the query, and how it may be said. */
export interface RankUnit {
  /** Position in `LoweredQuery.units`. */
  readonly unit: number
  /** What the unit tells: what its most telling term does. */
  readonly weight: number
  readonly wordings: readonly Wording[]
}

/** The units of a query of which any term is known. */
export function rankUnits(evaluation: Evaluation, terms: readonly RankTerm[]): RankUnit[] {
  const byUnit = new Map<number, Map<string, { clause: LoweredClause; asked: Asked }[]>>()
  for (const [clause, found] of termsByClause(evaluation)) {
    if (clause.presence === 'prohibited' || clause.unit < 0) continue
    const wordings = byUnit.get(clause.unit) ?? new Map<string, { clause: LoweredClause; asked: Asked }[]>()
    byUnit.set(clause.unit, wordings)
    const key = isLiteral(clause.origin) ? '' : `${clause.origin} ${clause.name ?? ''}`
    // Of many terms that would do, the commonest says how rare it is to have one.
    const weight = Math.min(...found.map(term => terms[term]?.weight ?? 0))
    wordings.set(key, [...(wordings.get(key) ?? []), { clause, asked: { terms: found, weight } }])
  }
  return [...byUnit].map(([unit, wordings]) => {
    const own = wordings.get('') ?? [...wordings.values()].flat()
    return {
      unit,
      weight: Math.max(...own.map(({ asked }) => asked.weight)),
      wordings: [...wordings.values()].map(list => wordingOf(list)),
    }
  })
}

function wordingOf(list: readonly { clause: LoweredClause; asked: Asked }[]): Wording {
  const origin = list[0]?.clause.origin ?? 'typed'
  return {
    asked: list.map(({ asked }) => asked),
    factor: ORIGIN_SHARES[origin],
    any: origin === 'correction',
  }
}

/** Clause → the positions of the terms that it stands for, in the query's order. */
function termsByClause({ terms }: Evaluation): Map<LoweredClause, number[]> {
  const found = new Map<LoweredClause, number[]>()
  for (const [i, { clauses }] of terms.entries()) {
    for (const clause of clauses) found.set(clause, [...(found.get(clause) ?? []), i])
  }
  return found
}

/**
 * How much of what the query asks for a case has anywhere, 0 to 1:
 *
 *     Σ units weight² · share  ÷  Σ units weight²
 *
 * `share` is how much of the unit the case has, by its best wording: the weights of the terms there
 * ÷ those of all. Squares, because this is the part of the query's own tf-idf vector that lies in
 * the directions of the case. By unit and not by term, because the bigrams of a long run say one
 * thing: 生产线设备停机 would outweigh E-1203 six times over.
 */
export function coverage(units: readonly RankUnit[], has: ReadonlySet<number>): number {
  let had = 0
  let all = 0
  for (const unit of units) {
    had += massHad(unit, has)
    all += unit.weight * unit.weight
  }
  return all === 0 ? 0 : had / all
}

/**
 * How much of what the query asks for a case has by sentences, 0 to `coverage`, which it is where all
 * that the case has stands in one of them:
 *
 *     √ Σ sentences (Σ units weight² · share)²  ÷  Σ units weight²
 *
 * @param sentences by `RankUnit.unit`
 */
export function coverageBySentence(
  units: readonly RankUnit[],
  has: ReadonlySet<number>,
  sentences: readonly number[],
): number {
  const had = new Map<number, number>()
  let all = 0
  for (const unit of units) {
    const sentence = sentences[unit.unit] ?? 0
    had.set(sentence, (had.get(sentence) ?? 0) + massHad(unit, has))
    all += unit.weight * unit.weight
  }
  return all === 0 ? 0 : Math.hypot(...had.values()) / all
}

/** What a unit tells, as far as a case says it: by its best wording. */
function massHad({ weight, wordings }: RankUnit, has: ReadonlySet<number>): number {
  let share = 0
  for (const wording of wordings) share = Math.max(share, wording.factor * shareOf(wording, has))
  return weight * weight * share
}

function shareOf({ asked, any }: Wording, has: ReadonlySet<number>): number {
  let had = 0
  let all = 0
  for (const { terms, weight } of asked) {
    all += weight
    if (!hasAny(terms, has)) continue
    if (any) return 1
    had += weight
  }
  return any || all === 0 ? 0 : had / all
}

function hasAny(terms: readonly number[], has: ReadonlySet<number>): boolean {
  for (const term of terms) if (has.has(term)) return true
  return false
}

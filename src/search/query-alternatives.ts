import type { ExpansionGroup } from './expansions.js'
import { type Step, stepsOf } from './name-steps.js'
import type { FoundName } from './query-names.js'
import { runTerms } from './query-terms.js'
import { isStopWord } from './stem.js'
import { type Unit, unitsOf } from './tokens.js'

/** One other way to say a name of the query. */
export interface Alternative {
  readonly name: FoundName
  readonly to: string
  readonly origin: ExpansionGroup['origin']
  readonly terms: readonly string[]
}

/** Most names that may stand for one. */
const MOST = 8

/**
 * The other names of each name, the surest first. Left out is one that holds the asked name or a
 * shorter other one: every text with 螺杆空压机 is found by 空压机 already.
 */
export function alternativesOf(name: FoundName): Alternative[] {
  const all = name.groups.flatMap(({ origin, names }) => names.map(to => ({ origin, to })))
  const spelled = all.slice(0, 4 * MOST).map(({ origin, to }) => {
    const units = unitsOf(to)
    return { origin, to, units, steps: stepsOf(units) }
  })
  const isSpare = (steps: readonly Step[], at: number): boolean =>
    holds(steps, name.steps) ||
    spelled.some((other, i) => {
      const shorter = other.steps.length < steps.length || (other.steps.length === steps.length && i < at)
      return shorter && holds(steps, other.steps)
    })
  return spelled
    .filter(({ steps }, at) => !isSpare(steps, at))
    .slice(0, MOST)
    .map(({ origin, to, units }) => ({ name, to, origin, terms: termsOf(units) }))
}

/** The terms of a name as a whole: its bigrams, and the spelling that all of a word's share. */
function termsOf(units: readonly Unit[]): string[] {
  const telling = units.filter(({ kind, text }) => kind !== 'word' || !isStopWord(text))
  return (telling.length > 0 ? telling : units).flatMap(unit =>
    unit.kind === 'run' ? runTerms(unit) : unit.exact.slice(-1).map(({ term }) => term),
  )
}

function holds(steps: readonly Step[], part: readonly Step[]): boolean {
  return steps.some((_, from) => part.every(({ text }, i) => steps[from + i]?.text === text))
}

/** Every term that expansion asks about. */
export function expansionTerms(names: readonly FoundName[]): string[] {
  return names.flatMap(name => [...literalTerms(name), ...alternativesOf(name).flatMap(({ terms }) => terms)])
}

/** The terms by which the query itself asks for a name; none for a single character. */
export function literalTerms({ steps }: FoundName): string[] {
  return steps.flatMap(({ unit, at }, i) => {
    if (unit.kind !== 'run') return unit.exact.slice(-1).map(({ term }) => term)
    return steps[i + 1]?.unit === unit ? (unit.exact[at]?.term ?? []) : []
  })
}

import type { Unit } from './tokens.js'

/**
 * One step of a name or of a query as names are compared: a character of a run, or a whole word by
 * the term that all its spellings share. So 空压机 is found inside 空压机漏油, `router` in `routers`
 * and `wifi` in `Wi-Fi`, but `till` not in `still`.
 */
export interface Step {
  readonly text: string
  readonly unit: Unit
  /** Position of the character in its run; 0 for a word. */
  readonly at: number
}

/** The steps of units that stand beside each other. */
export function stepsOf(units: readonly Unit[]): Step[] {
  return units.flatMap((unit): Step[] =>
    unit.kind === 'run'
      ? [...unit.text].map((text, at) => ({ text, unit, at }))
      : [{ text: unit.exact.at(-1)?.term ?? unit.text, unit, at: 0 }],
  )
}

/** What names are looked up by: characters of one run together, everything else apart. */
export function keyOf(steps: readonly Step[]): string {
  return steps.reduce(withStep, '')
}

/** The key of a name with one more step. */
export function withStep(key: string, { text, at }: Step): string {
  return at === 0 && key !== '' ? `${key} ${text}` : key + text
}

/** Longest name that is looked for, in steps: characters and words. */
export const MAX_STEPS = 24

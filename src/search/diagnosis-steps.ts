import type { RankedCause } from './diagnose.js'
import { foldText } from './fold.js'

/** What someone at the machine answers to a check. */
export type CheckAnswer = 'yes' | 'no' | 'unknown'

/** What is known so far: check (`checkKey`) → answer. */
export type CheckAnswers = ReadonlyMap<string, CheckAnswer>

/** What tells a cause from the others: its check, or the cause itself where a case gives none. */
export function checkOf({ check, cause }: RankedCause): string {
  return check ?? cause
}

/** Checks that differ in case, width or spaces only are one: nobody is asked twice. */
export function checkKey(cause: RankedCause): string {
  return foldText(checkOf(cause)).replace(/[\s\p{P}]+/gu, '')
}

/** The likeliest cause whose check was not asked about yet; undefined when none is left. */
export function nextToCheck(causes: readonly RankedCause[], answers: CheckAnswers): RankedCause | undefined {
  return causes.find(cause => !answers.has(checkKey(cause)))
}

/** The causes that remain possible: those whose check nobody could answer. */
export function undecided(causes: readonly RankedCause[], answers: CheckAnswers): readonly RankedCause[] {
  return causes.filter(cause => answers.get(checkKey(cause)) === 'unknown')
}

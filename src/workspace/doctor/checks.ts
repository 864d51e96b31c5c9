import type { Check, Patient, Symptom } from './check.js'
import { git } from './git-version.js'
import { history } from './history-depth.js'
import { hooks } from './hooks.js'
import { index } from './index-health.js'
import { journal } from './journal.js'
import { leftovers } from './leftovers.js'
import { lineEnds } from './line-ends.js'
import { locks } from './locks.js'
import { person } from './person.js'
import { protection } from './protection.js'
import { remotes } from './remotes.js'
import { settings } from './settings.js'
import { signing } from './signing.js'

/** Every check, in the order in which they are told. */
export const CHECKS: readonly Check[] = [
  ...[settings, git, person, signing, history, remotes, protection],
  ...[lineEnds, hooks, locks, journal, leftovers, index],
]

/** Looks at everything, and changes nothing. */
export async function examine(patient: Patient): Promise<Symptom[]> {
  const found: Symptom[] = []
  for (const check of CHECKS) found.push(...(await check.look(patient)))
  return found
}

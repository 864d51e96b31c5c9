import { CasectlError } from '../../lib/errors.js'
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

/** Looks at everything, and changes nothing. Without git, at what can be seen without it. */
export async function examine(patient: Patient): Promise<Symptom[]> {
  const found: Symptom[] = []
  for (const check of CHECKS) {
    try {
      found.push(...(await check.look(patient)))
    } catch (error) {
      // That git is missing, the check of git has told.
      if (!(error instanceof CasectlError && error.code === 'no-git')) throw error
    }
  }
  return found
}

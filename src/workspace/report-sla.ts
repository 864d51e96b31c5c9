import type { Host } from '../io/host.js'
import type { Day } from '../lib/day.js'
import { termsOfCase } from '../library/facets.js'
import { heldAgainst, inSlaOrder, type UrgentCase } from '../review/sla.js'
import { arrivalsOf } from './case-arrivals.js'
import type { Workspace } from './workspace.js'

export interface SlaOptions {
  /** Terms of the facet `urgency` that count as urgent. */
  readonly urgency: readonly string[]
  readonly hours: number
  readonly today: Day
}

/**
 * Holds every urgent case against its deadline, by what git tells of its publication. Withdrawn cases
 * are left out: nobody waits for them.
 * @throws CasectlError `git` outside a repository
 */
export async function slaReport(
  workspace: Workspace,
  { urgency, hours, today }: SlaOptions,
  env: Host['env'],
): Promise<UrgentCase[]> {
  const { cases, taxonomy } = await workspace.library()
  const urgent = cases.filter(
    found =>
      found.status !== 'withdrawn' &&
      termsOfCase(found, taxonomy).some(({ facet, id }) => facet === 'urgency' && urgency.includes(id)),
  )
  const arrivals = await arrivalsOf(workspace.root, urgent, await workspace.parser(), env)
  return inSlaOrder(
    urgent.map(found => heldAgainst(found, arrivals.get(found.id) ?? { cut: false }, hours, today)),
  )
}

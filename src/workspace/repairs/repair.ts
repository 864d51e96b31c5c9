import type { Message } from '../../lib/message.js'
import type { FileChange } from '../../model/change.js'
import type { Patient } from '../doctor/check.js'
import type { Workspace } from '../workspace.js'

/** What a repair would do. Nothing is done by planning it. */
export interface RepairPlan {
  readonly changes: readonly FileChange[]
  /** What is done beside the changes of files. */
  readonly steps: readonly Message[]
  /** Does those. */
  readonly act?: () => Promise<void>
  /** What a person has to decide. */
  readonly left: readonly Message[]
}

/** A patient whose settings hold. */
export interface Healthy extends Patient {
  readonly workspace: Workspace
}

interface Named {
  readonly name: string
  readonly summary: Message
}

/** Mends one thing around the cases: it can be made even where the settings do not hold. */
export interface EarlyRepair extends Named {
  readonly needs: 'nothing'
  plan(patient: Patient): Promise<RepairPlan>
}

/** Mends one thing in a library, as far as nobody has to be asked. */
export interface LibraryRepair extends Named {
  readonly needs: 'library'
  plan(patient: Healthy): Promise<RepairPlan>
}

export type Repair = EarlyRepair | LibraryRepair

export const NOTHING: RepairPlan = { changes: [], steps: [], left: [] }

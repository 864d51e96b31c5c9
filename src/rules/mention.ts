import type { Case, Pointer, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Range } from '../model/range.js'
import type { RELATION_MESSAGES } from './relation-messages.js'
import type { Finding } from './rule.js'

/** A case that another one names, and where it does so. */
export interface Mention {
  readonly field: 'related' | 'supersedes' | 'superseded_by'
  readonly id: CaseId
  /** Asked only where something is wrong: a remembered case has to be read again for it. */
  readonly place: () => Range | undefined
}

export type RelationFinding = Finding<typeof RELATION_MESSAGES> & { readonly path: RepoPath }

export function placeOf(found: Case, pointer: Pointer): Range | undefined {
  return found.fields.get(pointer)?.value
}

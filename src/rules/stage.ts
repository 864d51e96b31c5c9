import { foldKey } from '../lib/text.js'
import type { Case, Pointer, Status } from '../model/case.js'
import type { SectionRule } from '../model/config.js'
import type { Severity } from '../model/diagnostic.js'
import { fieldName } from '../model/pointer.js'

/** True when a section has to stand in a case of this status. */
export function isAsked(required: SectionRule['required'], status: Status): boolean {
  return required === 'draft' || (required === 'published' && status !== 'draft')
}

/** What is missing in a withdrawn case weighs no more than in a draft: nobody works by it. */
export function mildWhenWithdrawn(status: Status): { readonly severity?: Severity } {
  return status === 'withdrawn' ? { severity: 'warning' } : {}
}

/** True when `incomplete` names something by one of its names. */
export function isListedIncomplete(found: Case, names: Iterable<string>): boolean {
  const listed = new Set(found.incomplete.map(foldKey))
  for (const name of names) if (listed.has(foldKey(name))) return true
  return false
}

/** The names by which `incomplete` may list a field: pointer, dotted, its first and its last key. */
export function namesOfField(pointer: Pointer): string[] {
  const dotted = fieldName(pointer)
  const keys = dotted.split('.')
  return [pointer, dotted, keys[0] ?? dotted, keys.at(-1) ?? dotted]
}

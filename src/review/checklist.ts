import type { Case, Pointer } from '../model/case.js'
import type { KindConfig } from '../model/config.js'

/** One line of what a case of its kind must have before it is published. */
export interface ChecklistItem {
  readonly kind: 'section' | 'field'
  /** The section's id, or the pointer of the field. */
  readonly name: string
  readonly done: boolean
}

/** What the standard of a case's kind asks: sections that are not empty, and fields. */
export function checklist(found: Case, { sections, fields }: KindConfig): ChecklistItem[] {
  const filled = new Set(found.body.sections.filter(({ empty }) => !empty).map(({ id }) => id))
  return [
    ...sections
      .filter(({ required }) => required !== 'optional')
      .map(({ id }): ChecklistItem => ({ kind: 'section', name: id, done: filled.has(id) })),
    ...fields.map(
      (pointer): ChecklistItem => ({ kind: 'field', name: pointer, done: hasField(found, pointer) }),
    ),
  ]
}

function hasField(found: Case, pointer: Pointer): boolean {
  const place = found.fields.get(pointer)
  // A key without a value stands where its value would.
  return place !== undefined && place.value.start !== place.key?.start
}

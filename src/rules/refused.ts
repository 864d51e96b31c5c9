import type { Case, CaseFile, Pointer } from '../model/case.js'

/**
 * True when the schema refused a field or a group around it: what the case then holds is a
 * fallback and nothing that its author said.
 */
export function isRefused(file: CaseFile, pointer: Pointer): boolean {
  if (file.problems.length === 0) return false
  return file.problems.some(
    ({ pointer: refused }) =>
      refused !== undefined && refused !== '' && (refused === pointer || pointer.startsWith(`${refused}/`)),
  )
}

/** True when the body was too costly to parse: its sections and links are then unknown, not missing. */
export function isBodyRefused(file: CaseFile): boolean {
  return file.problems.some(problem => problem.rule === 'body-limits')
}

/** Where the items of a typed list stand: the schema's refusals are left out of both. */
export function acceptedItems(found: Case, file: CaseFile, list: Pointer): Pointer[] {
  const items: Pointer[] = []
  if (!found.fields.has(list)) return items
  for (let i = 0; found.fields.has(`${list}/${i}`); i++) {
    const refused = file.problems.some(problem => problem.pointer === `${list}/${i}`)
    if (!refused) items.push(`${list}/${i}`)
  }
  return items
}

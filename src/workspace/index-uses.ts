import type { IndexDocument } from '../store/document.js'
import { idKey } from './sources.js'

/** A document with the uses that the feedback counts for it. */
export function withUses(document: IndexDocument, uses: ReadonlyMap<string, number>): IndexDocument {
  const count = uses.get(idKey(document.id))
  if (count === document.uses) return document
  const { uses: _, ...rest } = document
  return count === undefined ? rest : { ...rest, uses: count }
}

/** The keys of the cases whose uses differ. */
export function changedUses(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const keys = [...before.keys(), ...now.keys()]
  return new Set(keys.filter(key => before.get(key) !== now.get(key)))
}

import { byCodeUnit } from '../lib/text.js'

/**
 * The rows of a share that come first when they are ordered by a day, the latest first; those without
 * one last, in the order of the export.
 * @param share 0 to 1; rounded up to whole rows
 */
export function firstRows(days: ReadonlyMap<number, string>, share: number): ReadonlySet<number> {
  const ordered = [...days].sort((a, b) => byCodeUnit(b[1], a[1]) || a[0] - b[0])
  return new Set(ordered.slice(0, Math.ceil(days.size * share)).map(([number]) => number))
}

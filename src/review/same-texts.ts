import type { CarryRecord } from '../model/review.js'

/**
 * Every digest that stands for a text: its own, and those of texts that commands made it of, one after
 * the other.
 */
export function sameTexts(
  digest: string | undefined,
  carries: readonly Pick<CarryRecord, 'from' | 'to'>[],
): ReadonlySet<string> {
  const same = new Set<string>()
  if (digest === undefined) return same
  // A set is gone through in the order in which it grows.
  same.add(digest)
  for (const known of same) for (const { from, to } of carries) if (to === known) same.add(from)
  return same
}

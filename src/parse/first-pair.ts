/** The first item that stood before, and where: positions from 0; undefined when all differ. */
export function firstPair(list: readonly unknown[]): { readonly i: number; readonly j: number } | undefined {
  if (list.length < 2) return undefined
  const seen = new Map<string, number>()
  for (const [j, item] of list.entries()) {
    // A replacer is asked through a slow door of JSON's; texts need none, and no other key begins as theirs.
    const key = typeof item === 'string' ? `"${item}` : JSON.stringify(item, sorted)
    const i = seen.get(key)
    if (i !== undefined) return { i, j }
    seen.set(key, j)
  }
  return undefined
}

/** Maps are equal whatever the order of their keys, and are no list. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return { map: Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) }
}

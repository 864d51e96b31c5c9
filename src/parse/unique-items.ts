import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { DataValidateFunction } from 'ajv/dist/types/index.js'

/**
 * Replaces ajv's `uniqueItems`, which asks items for methods: maps of ours have none, or a key of
 * that name, and then it throws. It also compares each with each; this looks every item up once.
 */
export function withUniqueItems(ajv: Ajv2020): Ajv2020 {
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    errors: true,
    compile: (unique: boolean) => {
      const check: DataValidateFunction = (list: readonly unknown[]) => {
        const pair = unique ? firstPair(list) : undefined
        if (pair === undefined) return true
        const message = `must NOT have duplicate items (items ## ${pair.i} and ${pair.j} are identical)`
        check.errors = [{ keyword: 'uniqueItems', params: pair, message }]
        return false
      }
      return check
    },
  })
  return ajv
}

/** The first item that stood before, and where. */
function firstPair(list: readonly unknown[]): { readonly i: number; readonly j: number } | undefined {
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

/** Names that a name of the query stands for as well. */
export interface ExpansionGroup {
  /** `synonym` and `association` come from synonyms.yml, `taxonomy`: the names of one term. */
  readonly origin: 'synonym' | 'association' | 'taxonomy'
  /** As written. */
  readonly names: readonly string[]
}

/**
 * Other ways to say what a query says. Plain JSON, built with the index and read by a search. It
 * grows with the number of names, not with that of pairs: each name stands once, and leads to the
 * groups whose names it also means. Nothing is followed further, so loops are harmless.
 */
export interface Expansions {
  readonly groups: readonly ExpansionGroup[]
  /** Key of a name (`keyOf`) → positions in `groups`. */
  readonly keys: Readonly<Record<string, readonly number[]>>
  /** Steps of the longest key. */
  readonly longest: number
}

export const NO_EXPANSIONS: Expansions = { groups: [], keys: {}, longest: 0 }

/** The groups that a key leads to. The keys are words of people: `constructor` may be one. */
export function groupsOf({ groups, keys }: Expansions, key: string): ExpansionGroup[] {
  const positions = Object.hasOwn(keys, key) ? keys[key] : undefined
  return (positions ?? []).flatMap(at => groups[at] ?? [])
}

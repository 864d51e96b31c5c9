import { foldKey } from '../lib/text.js'
import { type Facet, namesOf, type TaxonomyData, type Term, type TermData } from '../model/taxonomy.js'

// What `mv` and `merge` make of the taxonomy as plain data. The text of taxonomy.yml is edited on
// its own (term-text.ts); what is read out of it afterwards must be this.

/** The aliases of a term that is renamed: the old id joins them, the new one leaves them. */
export function renamedAliases(aliases: readonly string[], from: string, to: string): string[] {
  const kept = aliases.filter(alias => foldKey(alias) !== foldKey(to))
  return kept.some(alias => foldKey(alias) === foldKey(from)) ? kept : [...kept, from]
}

/**
 * The names of a term that become aliases of the one it is merged into: all but those that one has
 * already, and labels that are the id or an alias of a third term.
 */
export function newNames(facet: Facet, term: Term, into: Term): string[] {
  const taken = new Set(namesOf(into).map(foldKey))
  for (const other of facet.terms.values()) {
    if (other !== term) for (const name of [other.id, ...other.aliases]) taken.add(foldKey(name))
  }
  return namesOf(term).filter(name => {
    const key = foldKey(name)
    const fresh = !taken.has(key)
    taken.add(key)
    return fresh
  })
}

export function renameInData(data: TaxonomyData, facet: string, from: string, to: string): TaxonomyData {
  return mapTerms(data, facet, term => {
    if (term.id === from) return { ...term, id: to, aliases: renamedAliases(term.aliases ?? [], from, to) }
    return pointed(term, from, to)
  })
}

/** Moves a term with everything below it to the end of another one's children, or to the top. */
export function moveInData(
  data: TaxonomyData,
  facet: string,
  id: string,
  parent: string | undefined,
): TaxonomyData {
  const moved: TermData[] = []
  const without = mapLists(data, facet, terms =>
    terms.filter(term => {
      if (term.id === id) moved.push(term)
      return term.id !== id
    }),
  )
  if (parent !== undefined) return addChildren(without, facet, parent, moved)
  return mapFacet(without, facet, terms => [...terms, ...moved])
}

/** Takes a term out: `names` become aliases of another one, its children go below that one. */
export function mergeInData(
  data: TaxonomyData,
  term: Term,
  into: Term,
  names: readonly string[],
): TaxonomyData {
  const { facet, id } = term
  let children: readonly TermData[] = []
  const without = mapLists(data, facet, terms =>
    terms.filter(other => {
      if (other.id === id) children = other.terms ?? []
      return other.id !== id
    }),
  )
  const named = mapTerms(without, facet, other =>
    other.id === into.id && names.length > 0
      ? { ...other, aliases: [...(other.aliases ?? []), ...names] }
      : pointed(other, id, into.id),
  )
  return children.length === 0 ? named : addChildren(named, facet, into.id, children)
}

/** True when two taxonomies say the same, whatever the order of their keys. */
export function sameData(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A retired term that points to `from` points to `to` from now on. */
function pointed(term: TermData, from: string, to: string): TermData {
  return term.retired?.use === from ? { ...term, retired: { ...term.retired, use: to } } : term
}

function addChildren(
  data: TaxonomyData,
  facet: string,
  parent: string,
  children: readonly TermData[],
): TaxonomyData {
  return mapTerms(data, facet, term =>
    term.id === parent ? { ...term, terms: [...(term.terms ?? []), ...children] } : term,
  )
}

function mapTerms(data: TaxonomyData, facet: string, change: (term: TermData) => TermData): TaxonomyData {
  return mapLists(data, facet, terms => terms.map(change))
}

/** Changes every list of terms of a facet, from the leaves up. */
function mapLists(
  data: TaxonomyData,
  facet: string,
  change: (terms: readonly TermData[]) => readonly TermData[],
): TaxonomyData {
  const walk = (terms: readonly TermData[]): readonly TermData[] =>
    change(terms.map(term => (term.terms === undefined ? term : { ...term, terms: walk(term.terms) })))
  return mapFacet(data, facet, walk)
}

function mapFacet(
  data: TaxonomyData,
  facet: string,
  change: (terms: readonly TermData[]) => readonly TermData[],
): TaxonomyData {
  const found = data.facets[facet]
  if (found === undefined) return data
  return { ...data, facets: { ...data.facets, [facet]: { ...found, terms: change(found.terms) } } }
}

import { byCodeUnit } from '../lib/text.js'
import { FIXED_DIMENSIONS, type Taxonomy } from '../model/taxonomy.js'
import type { IndexReader } from '../store/reader.js'

export interface FacetCount {
  readonly value: string
  readonly count: number
}

/** Dimension → its values among the cases found, the commonest first. Dimensions without any are left out. */
export type FacetCounts = Readonly<Record<string, readonly FacetCount[]>>

/** Counts the facets of a set of documents. */
export async function countFacets(
  reader: IndexReader,
  documents: Iterable<number>,
  taxonomy: Taxonomy,
): Promise<FacetCounts> {
  const found = new Uint8Array(reader.size)
  for (const document of documents) found[document] = 1
  const counts: Record<string, FacetCount[]> = Object.create(null)
  for (const dimension of [...taxonomy.dimensions.keys(), ...FIXED_DIMENSIONS]) {
    const values: FacetCount[] = []
    for (const [value, having] of await reader.facet(dimension)) {
      let count = 0
      for (const document of having) count += found[document] ?? 0
      if (count > 0) values.push({ value, count })
    }
    if (values.length > 0) counts[dimension] = values.sort(byCount)
  }
  return counts
}

/** The counts of two sets that share no document. */
export function addCounts(a: FacetCounts, b: FacetCounts): FacetCounts {
  const sums: Record<string, FacetCount[]> = Object.create(null)
  for (const dimension of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const byValue = new Map<string, number>()
    for (const { value, count } of [...(a[dimension] ?? []), ...(b[dimension] ?? [])]) {
      byValue.set(value, (byValue.get(value) ?? 0) + count)
    }
    sums[dimension] = [...byValue].map(([value, count]) => ({ value, count })).sort(byCount)
  }
  return sums
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || byCodeUnit(a.value, b.value)
}

import { type Filters, meets } from '../library/filter.js'
import type { IndexReader } from '../store/reader.js'

/** By document number: 1 where every filter holds; undefined without filters. */
export async function allowedBy(reader: IndexReader, filters: Filters): Promise<Uint8Array | undefined> {
  const dimensions = Object.entries(filters)
  if (dimensions.length === 0) return undefined
  const held = new Uint8Array(reader.size)
  for (const [i, [dimension, wanted]] of dimensions.entries()) {
    for (const [own, documents] of await reader.facet(dimension)) {
      if (!wanted.some(value => meets(dimension, own, value))) continue
      // Counts the filters that hold so far, so that two values of one dimension count once.
      for (const document of documents) if (held[document] === i) held[document] = i + 1
    }
  }
  const all = dimensions.length
  for (let document = 0; document < held.length; document++) held[document] = held[document] === all ? 1 : 0
  return held
}

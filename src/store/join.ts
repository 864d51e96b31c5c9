import { byCodeUnit } from '../lib/text.js'
import type { FieldPostings, Postings } from './reader.js'

/** Something of a segment whose documents begin at `offset` in the partition. */
export interface Part<T> {
  readonly value: T
  readonly offset: number
}

/** The postings of one term in several segments. What comes from the first segment alone is not copied. */
export function joinPostings(parts: readonly Part<Postings | undefined>[]): Postings | undefined {
  const found = parts.filter((part): part is Part<Postings> => part.value !== undefined)
  const [only] = found
  if (only === undefined || (found.length === 1 && only.offset === 0)) return only?.value
  const first = found
    .map(({ value }) => value.first)
    .reduce((best, other) => (other.order < best.order ? other : best))
  return {
    fields: only.value.fields.map((_, field) =>
      joinField(found.map(({ value, offset }) => ({ value: value.fields[field], offset }))),
    ),
    count: found.reduce((sum, { value }) => sum + value.count, 0),
    first,
  }
}

function joinField(parts: readonly Part<FieldPostings | undefined>[]): FieldPostings | undefined {
  const found = parts.filter((part): part is Part<FieldPostings> => part.value !== undefined)
  if (found.length === 0) return undefined
  return {
    documents: joinDocuments(found.map(({ value, offset }) => ({ value: value.documents, offset }))),
    frequencies: joinNumbers(found.map(({ value }) => value.frequencies)),
    lengths: joinNumbers(found.map(({ value }) => value.lengths)),
  }
}

/** Document numbers of segments as those of the partition. */
export function joinDocuments(parts: readonly Part<Uint32Array>[]): Uint32Array {
  const [only] = parts
  if (parts.length === 1 && only?.offset === 0) return only.value
  return joinNumbers(parts.map(({ value, offset }) => (offset === 0 ? value : value.map(n => n + offset))))
}

/** One array behind the other. */
export function joinNumbers(parts: readonly Uint32Array[]): Uint32Array {
  return joined(parts, length => new Uint32Array(length))
}

export function joined<A extends Uint8Array | Uint32Array | Int32Array>(
  parts: readonly A[],
  make: (length: number) => A,
): A {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const all = make(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function joinFacets(
  parts: readonly Part<ReadonlyMap<string, Uint32Array>>[],
): ReadonlyMap<string, Uint32Array> {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only.value
  const values = union(parts.map(({ value }) => [...value.keys()]))
  return new Map(
    values.map(name => [
      name,
      joinDocuments(
        parts.flatMap(({ value, offset }) => {
          const documents = value.get(name)
          return documents === undefined ? [] : [{ value: documents, offset }]
        }),
      ),
    ]),
  )
}

/** Every text that one of the lists has, ascending by code unit. */
export function union(lists: readonly (readonly string[])[]): readonly string[] {
  const [only] = lists
  if (only !== undefined && lists.length === 1) return only
  return [...new Set(lists.flat())].sort(byCodeUnit)
}

import type { FieldPostings } from './reader.js'

/**
 * Takes removed documents out of ascending lists. There are few of them and the lists are long, so
 * each is looked up by halving, and what lies between is copied as a whole.
 */

/** Positions in `documents` of those that are in `dead`; both ascending. */
export function positionsOf(documents: Uint32Array, dead: Uint32Array): number[] {
  const positions: number[] = []
  let from = 0
  for (const number of dead) {
    from = firstNotBelow(documents, number, from)
    if (from === documents.length) break
    if (documents[from] === number) positions.push(from)
  }
  return positions
}

/** The same array where nothing is to be taken out. */
export function withoutPositions(values: Uint32Array, positions: readonly number[]): Uint32Array {
  if (positions.length === 0) return values
  const left = new Uint32Array(values.length - positions.length)
  let from = 0
  for (const [taken, position] of positions.entries()) {
    left.set(values.subarray(from, position), from - taken)
    from = position + 1
  }
  left.set(values.subarray(from), from - positions.length)
  return left
}

/** Undefined when none is left. */
export function livingPostings(
  { documents, frequencies, lengths }: FieldPostings,
  positions: readonly number[],
): FieldPostings | undefined {
  if (positions.length === documents.length) return undefined
  return {
    documents: withoutPositions(documents, positions),
    frequencies: withoutPositions(frequencies, positions),
    lengths: withoutPositions(lengths, positions),
  }
}

function firstNotBelow(documents: Uint32Array, number: number, from: number): number {
  let low = from
  let high = documents.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((documents[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}

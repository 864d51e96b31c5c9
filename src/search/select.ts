/**
 * The least score that is among the `count` best of the documents, -Infinity where there are not
 * more. A heap of the best so far, so that the work is one comparison a document.
 */
export function leastOfBest(
  documents: Uint32Array | readonly number[],
  scores: Float64Array,
  count: number,
): number {
  if (documents.length <= count) return Number.NEGATIVE_INFINITY
  const heap = new Float64Array(count)
  let filled = 0
  for (const document of documents) {
    const score = scores[document] ?? 0
    if (filled < count) {
      heap[filled] = score
      rise(heap, filled++)
    } else if (score > (heap[0] ?? 0)) {
      heap[0] = score
      sink(heap)
    }
  }
  return heap[0] ?? Number.NEGATIVE_INFINITY
}

function rise(heap: Float64Array, from: number): void {
  let at = from
  while (at > 0) {
    const parent = (at - 1) >> 1
    if ((heap[parent] ?? 0) <= (heap[at] ?? 0)) return
    swap(heap, parent, at)
    at = parent
  }
}

function sink(heap: Float64Array): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) return
    const right = left + 1
    const least = right < heap.length && (heap[right] ?? 0) < (heap[left] ?? 0) ? right : left
    if ((heap[at] ?? 0) <= (heap[least] ?? 0)) return
    swap(heap, at, least)
    at = least
  }
}

function swap(heap: Float64Array, a: number, b: number): void {
  const kept = heap[a] ?? 0
  heap[a] = heap[b] ?? 0
  heap[b] = kept
}

/**
 * The least score that is among the `count` best of the documents, -Infinity where there are not
 * more. A heap of the best so far, so that the work is one comparison a document.
 */
export function leastOfBest(documents: Documents, scores: Float64Array, count: number): number {
  return leastOfBestIn([documents], scores, count)
}

type Documents = Uint32Array | readonly number[]

/** The same of several lists as one. */
export function leastOfBestIn(lists: readonly Documents[], scores: Float64Array, count: number): number {
  if (lists.reduce((sum, { length }) => sum + length, 0) <= count) return Number.NEGATIVE_INFINITY
  const heap = new Float64Array(count)
  let filled = 0
  for (const documents of lists) {
    for (let i = 0; i < documents.length; i++) {
      const score = scores[documents[i] as number] as number
      if (filled < count) {
        heap[filled] = score
        rise(heap, filled++)
      } else if (score > (heap[0] as number)) {
        heap[0] = score
        sink(heap)
      }
    }
  }
  return heap[0] ?? Number.NEGATIVE_INFINITY
}

/** Those of the documents whose score is not below the least. */
export function notBelow(documents: Documents, scores: Float64Array, least: number): number[] {
  const chosen: number[] = []
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i] as number
    if ((scores[document] as number) >= least) chosen.push(document)
  }
  return chosen
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

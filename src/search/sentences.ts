// What ends a sentence, in one script or the other; a full stop inside 2.1.3 or a name does not.
const END = /[.!?;:](?=\s)|[。！？；：\n]/g

/** The sentence in which each offset of a text lies, counted from 0. */
export function sentencesAt(text: string, offsets: readonly number[]): number[] {
  const ends = [...text.matchAll(END)].map(({ index }) => index)
  return offsets.map(offset => endsBefore(ends, offset))
}

function endsBefore(ends: readonly number[], offset: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

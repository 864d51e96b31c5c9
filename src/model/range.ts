/**
 * A place in a file. `start` and `end` are offsets in UTF-16 code units of the decoded text
 * (a byte order mark counts as one), `end` exclusive; `line` and `column` are 1-based, the column
 * in UTF-16 code units as editors and SARIF count it.
 */
export interface Range {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** Turns offsets into ranges: one pass over the text, then a binary search a place. */
export class LineIndex {
  readonly #starts: readonly number[]

  constructor(text: string) {
    const starts = [0]
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
  }

  range(start: number, end: number): Range {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= start) low = middle
      else high = middle - 1
    }
    return { start, end, line: low + 1, column: start - (this.#starts[low] ?? 0) + 1 }
  }
}

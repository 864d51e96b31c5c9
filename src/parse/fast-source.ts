import type { Range } from '../model/range.js'

const BOM = '\uFEFF'

/**
 * A file as the fast scanners read it: without byte order mark and with LF alone, which say the same.
 * Knows the way back from what they read to the places in the file.
 */
export class FastSource {
  readonly file: string
  /** What is scanned. */
  readonly text: string
  /** Where each line starts, in the scanned text and in the file. */
  #starts: readonly number[] | undefined
  #fileStarts: readonly number[] = []
  /** The line that was last asked for. */
  #line = 0

  constructor(file: string) {
    const text = file.startsWith(BOM) ? file.slice(1) : file
    this.file = file
    this.text = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
  }

  /** The range in the file of a piece of the scanned text. */
  range(start: number, end: number): Range {
    const fileStart = this.offset(start)
    const line = this.#line
    const column = fileStart - (this.#fileStarts[line] ?? 0) + 1
    const fileEnd = this.file.length === this.text.length ? end : this.offset(end)
    return { start: fileStart, end: fileEnd, line: line + 1, column }
  }

  /** The offset in the file of one in the scanned text. */
  offset(at: number): number {
    this.#starts ??= this.#index()
    const starts = this.#starts
    let line = this.#line
    if (at < (starts[line] ?? 0)) line = lineOf(starts, at)
    else while (line + 1 < starts.length && at >= (starts[line + 1] ?? 0)) line++
    this.#line = line
    const shift = line === 0 ? this.#mark : (this.#fileStarts[line] ?? 0)
    return shift + at - (starts[line] ?? 0)
  }

  /** The offset in the scanned text of one in the file, but for one between CR and LF. */
  scanned(offset: number): number {
    this.#starts ??= this.#index()
    const line = lineOf(this.#fileStarts, offset)
    return (this.#starts[line] ?? 0) + offset - (line === 0 ? this.#mark : (this.#fileStarts[line] ?? 0))
  }

  /** A piece of the scanned text as the file has it. */
  slice(start: number, end: number): string {
    if (this.file.length === this.text.length) return this.text.slice(start, end)
    return this.file.slice(this.offset(start), this.offset(end))
  }

  /** The line break before the line of a place in the scanned text, as the file has it. */
  breakBefore(at: number): string {
    this.offset(at)
    return this.file.charAt((this.#fileStarts[this.#line] ?? 0) - 2) === '\r' ? '\r\n' : '\n'
  }

  get #mark(): number {
    return this.file.startsWith(BOM) ? 1 : 0
  }

  #index(): readonly number[] {
    const { file, text } = this
    this.#fileStarts = startsOf(file)
    return file === text ? this.#fileStarts : startsOf(text)
  }
}

function startsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOf(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

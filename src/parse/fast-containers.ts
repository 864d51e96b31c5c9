import type { LineCursor } from './fast-lines.js'
import { BlockMark, type Places } from './fast-places.js'

/** Digits that the number of an item has at most. */
const MOST_DIGITS = 9

/** A quote in the stack of containers, where items have the columns by which they are indented. */
const QUOTE = 0

// Deeper nesting is left to the parser, and with it all limits of it.
const MAX_DEPTH = 8

/** What a marker opens. */
interface Marker {
  /** The columns by which an item is indented, or that it is a quote. */
  readonly width: number
  readonly at: number
  /** Lists: the sign that all its items have. */
  readonly sign: string
  /** The number of an ordered item. */
  readonly number: number | undefined
}

/** The lists and quotes that are open, from the outermost inwards. */
export class Containers {
  readonly #cursor: LineCursor
  readonly #places: Places
  readonly #widths: number[] = []
  /** The mark of each, and of the list of each item. */
  readonly #marks: BlockMark[] = []
  readonly #indices: number[] = []
  readonly #lists: (BlockMark | undefined)[] = [undefined]
  /** At each depth the list to which another item may be added: its sign, '' for none, and index. */
  readonly #signs: string[] = ['']
  readonly #listIndices: number[] = [-1]
  /** The container of the line above that the line does not continue; undefined below an empty line. */
  #left: number | undefined

  constructor(cursor: LineCursor, places: Places) {
    this.#cursor = cursor
    this.#places = places
  }

  get depth(): number {
    return this.#widths.length
  }

  /** Index of the mark of the innermost one; -1 at the top. */
  get innermost(): number {
    return this.depth === 0 ? -1 : (this.#indices[this.depth - 1] ?? -1)
  }

  /** True where a quote is open. */
  get quoted(): boolean {
    return this.#widths.includes(QUOTE)
  }

  /** True where the innermost one is a list item. */
  get inItem(): boolean {
    return this.depth > 0 && this.#widths.at(-1) !== QUOTE
  }

  /** Steps into the open containers that the line continues. Returns how many they are. */
  match(): number {
    for (let i = 0; i < this.#widths.length; i++) {
      const width = this.#widths[i] ?? QUOTE
      if (!(width === QUOTE ? this.#cursor.skipQuote() : this.#cursor.skipIndent(width))) return i
    }
    return this.#widths.length
  }

  /** Leaves all but the outer `depth`. */
  keep(depth: number): void {
    if (this.#widths.length > depth) this.#widths.length = depth
  }

  /** Another block than an item begins: the list beside it has ended. */
  endList(): void {
    this.#signs[this.depth] = ''
  }

  /** All that is open reaches to `end`. */
  reach(end: number): void {
    for (let i = 0; i < this.#widths.length; i++) this.#stretch(i, end)
  }

  /**
   * An empty line that the outer `matched` continue. A quote reaches as far as its signs do; a list in
   * it as well, but not the last item (so micromark has it). False where it is not plain.
   */
  reachEmpty(matched: number, end: number): boolean {
    if (matched === 0) return true
    const quote = this.#widths.lastIndexOf(QUOTE, matched - 1)
    if (quote === -1) return true
    for (let i = 0; i < matched; i++) {
      if (i <= quote || i < matched - 1) this.#stretch(i, end)
      else this.#stretchList(i, end)
    }
    return matched === this.depth
  }

  #stretch(i: number, end: number): void {
    const mark = this.#marks[i]
    if (mark !== undefined) mark.end = end
    this.#stretchList(i, end)
  }

  #stretchList(i: number, end: number): void {
    const list = this.#widths[i] === QUOTE ? undefined : this.#lists[i]
    if (list !== undefined) list.end = end
  }

  /** A line may open containers now, behind the `matched` ones that it continues. */
  beginLine(matched: number, afterGap: boolean): void {
    this.#left = afterGap ? undefined : (this.#widths[matched] ?? QUOTE)
  }

  /**
   * Reads a marker at the cursor, which `open` takes; undefined for no marker, false for one that is
   * beyond the subset.
   */
  marker(indent: number): Marker | false | undefined {
    const cursor = this.#cursor
    const { at, text, stop } = cursor
    if (text.charCodeAt(at) === 0x3e) {
      return cursor.skipQuote() && { width: QUOTE, at, sign: '', number: undefined }
    }
    const behind = behindSign(text, at)
    if (behind === at) return undefined
    let end = behind
    while (text.charCodeAt(end) === 0x20) end++
    // Empty items and those that begin with code.
    if (end >= stop || end - behind > 4) return false
    if (end === behind) return undefined
    const number = behind - at === 1 ? undefined : text.slice(at, behind - 1)
    // Only a list that begins with 1 ends a paragraph, and to remark some other blocks as well.
    if (number !== undefined && number !== '1' && this.#left === QUOTE) return false
    cursor.at = end
    const first = number === undefined ? undefined : Number(number)
    return { width: indent + end - at, at, sign: text.charAt(behind - 1), number: first }
  }

  /**
   * False where it is not plain where the containers behind the first `depth` end when another opens:
   * in a quote micromark has some of them reach into the line of the new one.
   */
  endsPlainly(depth: number, sign: string): boolean {
    const ending = this.depth - depth
    if (ending === 0 || this.#widths.lastIndexOf(QUOTE, depth - 1) === -1 || depth === 0) return true
    return ending === 1 && this.#widths[depth] !== QUOTE && this.#signs[depth] === sign
  }

  /** Opens what a marker began. False where that is too deep. */
  open(marker: Marker): boolean {
    const { depth } = this
    const { stop } = this.#cursor
    let parent = this.innermost
    if (marker.width === QUOTE) this.endList()
    else parent = this.#list(marker, parent)
    const mark = new BlockMark(marker.width === QUOTE ? 'quote' : 'item', marker.at, stop, parent)
    this.#widths.push(marker.width)
    this.#marks[depth] = mark
    this.#indices[depth] = this.#places.block(mark)
    this.#signs[depth + 1] = ''
    if (this.#left !== undefined) this.#left = QUOTE
    return this.#widths.length <= MAX_DEPTH
  }

  /** The index of the list of an item: the one beside it, or a new one. */
  #list({ at, sign, number }: Marker, parent: number): number {
    const { depth } = this
    if (this.#signs[depth] !== sign) {
      const list = new BlockMark('list', at, this.#cursor.stop, parent, { number })
      this.#lists[depth] = list
      this.#signs[depth] = sign
      this.#listIndices[depth] = this.#places.block(list)
    }
    return this.#listIndices[depth] ?? -1
  }
}

/** Where the sign of an item that stands at `at` ends: a bullet, or a number with its mark; `at` for none. */
function behindSign(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  // `-`, `+` and `*`.
  if (unit === 0x2d || unit === 0x2b || unit === 0x2a) return at + 1
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  const mark = text.charCodeAt(end)
  // `.` and `)`.
  const isNumber = end > at && end - at <= MOST_DIGITS && (mark === 0x2e || mark === 0x29)
  return isNumber ? end + 1 : at
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

import type { LineCursor } from './fast-lines.js'

const SIGNS = new Set('>-+*0123456789')
const LIST = /(?:[-+*]|(\d{1,9})[.)])(?:( +)(?=[^ \n])|(?= *$))/my

/** A quote in the stack of containers, where items have the columns by which they are indented. */
const QUOTE = 0

// Deeper nesting is left to the parser, and with it all limits of it.
const MAX_DEPTH = 8

/** The lists and quotes that are open, from the outermost inwards. */
export class Containers {
  readonly #cursor: LineCursor
  readonly #widths: number[] = []
  /** The container of the line above that the line does not continue; undefined below an empty line. */
  #left: number | undefined

  constructor(cursor: LineCursor) {
    this.#cursor = cursor
  }

  get depth(): number {
    return this.#widths.length
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

  /** A line may open containers now, behind the `matched` ones that it continues. */
  beginLine(matched: number, afterGap: boolean): void {
    this.#left = afterGap ? undefined : (this.#widths[matched] ?? QUOTE)
  }

  /**
   * Reads a marker at the cursor: the width of the item or of a quote, which `open` takes; undefined
   * for no marker, false for one that is beyond the subset.
   */
  marker(indent: number): number | false | undefined {
    const cursor = this.#cursor
    const sign = cursor.peek()
    if (!SIGNS.has(sign)) return undefined
    if (sign === '>') return cursor.skipQuote() && QUOTE
    const marker = cursor.find(LIST)
    if (marker === undefined) return undefined
    const [{ length }, number, spaces = ''] = marker
    // Empty items and those that begin with code.
    if (spaces === '' || spaces.length > 4) return false
    // Only a list that begins with 1 ends a paragraph, and to remark some other blocks as well.
    if (number !== undefined && number !== '1' && this.#left === QUOTE) return false
    cursor.at += length
    return indent + length
  }

  /** Opens what a marker began. False where that is too deep. */
  open(width: number): boolean {
    this.#widths.push(width)
    if (this.#left !== undefined) this.#left = QUOTE
    return this.#widths.length <= MAX_DEPTH
  }
}

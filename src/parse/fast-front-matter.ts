import { FieldPlaces } from './fast-fields.js'
import {
  colonBehindKey,
  isNewKey,
  type LineReader,
  readLineValue,
  UNSURE,
  type Unsure,
  type Values,
} from './fast-flow.js'
import { keyIn } from './fast-keys.js'

/** The values of a front matter and their places, and where the body begins. */
export interface FastFrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  /** Undefined where comments make it a question where a map or list ends. */
  readonly fields: FieldPlaces | undefined
  readonly bodyStart: number
}

/** What is read at most. */
export interface FastLimits {
  /** Characters before the closing line. */
  readonly length: number
  readonly lines: number
  readonly values: number
}

// Far below what the parser refuses, so that no sum of its own can pass a limit here.
const FRONT_MATTER: FastLimits = { length: 16 * 1024, lines: 600, values: 600 }
const MAX_DEPTH = 8

const STRANGE = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]/

/**
 * Reads front matter in the plain YAML that cases are written in, some hundred times as fast as the
 * parser: block maps and lists, flow collections on one line, plain and quoted scalars on one line,
 * comments. Gives exactly the values of `readFrontMatter`, or undefined where the text holds
 * anything else, right or wrong: then only the parser can tell.
 */
export function fastFrontMatter(text: string, limits = FRONT_MATTER): FastFrontMatter | undefined {
  if (!text.startsWith('---\n')) return undefined
  const close = text.indexOf('\n---', 3)
  const end = close + 4
  if (close === -1 || close > limits.length || (end < text.length && text[end] !== '\n')) return undefined
  if (STRANGE.test(text.slice(4, close + 1))) return undefined
  const scanner = new BlockScanner(text, close + 1, limits)
  const values = scanner.document()
  if (values === UNSURE) return undefined
  const fields = scanner.commented ? undefined : scanner.fields
  return { values, fields, bodyStart: Math.min(end + 1, text.length) }
}

/** Walks the lines of block YAML by their indentation. */
class BlockScanner implements LineReader {
  readonly text: string
  at = 4
  budget: number
  readonly fields = new FieldPlaces()
  /** True where a comment stands below lines of a map or list that is not the outermost. */
  commented = false
  /** Where the block ends: behind the last line break above the closing line. */
  readonly #end: number
  readonly #mostLines: number
  /** Columns before the text of the current line; -1 behind the last one. */
  #indent = -1
  /** Where the current line ends. */
  #stop = 3
  #lines = 0
  /** Where the map or list that holds the last value ends. */
  #reached = 0

  constructor(text: string, end: number, { values, lines }: FastLimits) {
    this.text = text
    this.#end = end
    this.budget = values
    this.#mostLines = lines
  }

  document(): Values | Unsure {
    this.#advance()
    const values = this.#indent === 0 ? this.#map(0, 0) : UNSURE
    return this.#indent === -1 && this.#lines <= this.#mostLines ? values : UNSURE
  }

  /** On to the next line that holds more than a comment. */
  #advance(): void {
    const { text } = this
    for (;;) {
      const start = this.#stop + 1
      this.#lines++
      if (start >= this.#end) {
        this.#indent = -1
        return
      }
      this.#stop = text.indexOf('\n', start)
      let at = start
      while (text.charCodeAt(at) === 0x20) at++
      const first = text.charCodeAt(at)
      if (first === 0x23 && this.fields.depth > 0) this.commented = true
      if (first === 0x0a || first === 0x23) continue
      this.at = at
      this.#indent = at - start
      return
    }
  }

  #map(indent: number, depth: number): Values | Unsure {
    const values: Values = Object.create(null)
    const absent: string[] = []
    while (this.#indent === indent) {
      const colon = colonBehindKey(this.text, this.at)
      if (colon === -1) return UNSURE
      const key = keyIn(this.text, this.at, colon)
      if (!isNewKey(key, values, absent) || --this.budget < 0) return UNSURE
      const field = this.fields.add(key, this.at)
      this.at = colon + 1
      const value = this.#valueOf(indent, depth, field)
      if (value === UNSURE) return UNSURE
      if (value === undefined) absent.push(key)
      else values[key] = value
    }
    return this.#indent < indent ? values : UNSURE
  }

  #list(indent: number, depth: number): unknown[] | Unsure {
    const items: unknown[] = []
    while (this.#indent === indent && this.#atDash()) {
      if (--this.budget < 0) return UNSURE
      const dash = this.at++
      this.#skipSpaces()
      const isMap = colonBehindKey(this.text, this.at) !== -1
      if (isMap) this.#indent += this.at - dash
      const field = this.fields.add(items.length, -1)
      const item = isMap ? this.#nested(field, false, depth) : this.#scalar(field)
      if (item === UNSURE) return UNSURE
      items.push(item)
    }
    return this.#indent <= indent ? items : UNSURE
  }

  /** The value of a key: behind its colon, or the block below it; undefined for none. */
  #valueOf(indent: number, depth: number, field: number): unknown {
    const colon = this.at
    this.#skipSpaces()
    const { at } = this
    const first = this.text.charCodeAt(at)
    if (first !== 0x0a && (first !== 0x23 || at === colon)) return this.#scalar(field)
    if (first === 0x23 && depth > 0) this.commented = true
    this.#advance()
    if (depth > MAX_DEPTH) return UNSURE
    const isList = this.#indent >= indent && this.#indent !== -1 && this.#atDash()
    if (isList || this.#indent > indent) return this.#nested(field, isList, depth)
    this.fields.value(field, at, at)
    this.#reached = at
    return undefined
  }

  /** The map or list that begins at the cursor, as the value of a field. */
  #nested(field: number, isList: boolean, depth: number): unknown {
    const start = this.at
    this.fields.depth++
    const value = isList ? this.#list(this.#indent, depth + 1) : this.#map(this.#indent, depth + 1)
    this.fields.depth--
    this.fields.value(field, start, this.#reached)
    return value
  }

  #scalar(field: number): unknown {
    const start = this.at
    const value = start < this.#stop ? readLineValue(this, this.#stop) : UNSURE
    this.fields.value(field, start, this.at)
    // With its line break, but for the one above the closing line.
    this.#reached = Math.min(this.#stop + 1, this.#end - 1)
    this.#advance()
    return value
  }

  #atDash(): boolean {
    return this.text.charCodeAt(this.at) === 0x2d && this.text.charCodeAt(this.at + 1) === 0x20
  }

  #skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === 0x20) this.at++
  }
}

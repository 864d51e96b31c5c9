import { isNewKey, type LineReader, readLineValue, UNSURE, type Unsure, type Values } from './fast-flow.js'

/** The values of a front matter, and where the body begins. */
export interface FastFrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  readonly bodyStart: number
}

// Far below what the parser refuses, so that no sum of its own can pass a limit here.
const MAX_LENGTH = 16 * 1024
const MAX_LINES = 600
const MAX_VALUES = 600
const MAX_DEPTH = 8

const STRANGE = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]/
const KEY = /([A-Za-z][A-Za-z0-9_-]*):(?=[ \n])/y

/**
 * Reads front matter in the plain YAML that cases are written in, some hundred times as fast as the
 * parser: block maps and lists, flow collections on one line, plain and quoted scalars on one line,
 * comments. Gives exactly the values of `readFrontMatter`, or undefined where the text holds
 * anything else, right or wrong: then only the parser can tell.
 */
export function fastFrontMatter(text: string): FastFrontMatter | undefined {
  if (!text.startsWith('---\n')) return undefined
  const close = text.indexOf('\n---', 3)
  const end = close + 4
  if (close === -1 || close > MAX_LENGTH || (end < text.length && text[end] !== '\n')) return undefined
  if (STRANGE.test(text.slice(4, close + 1))) return undefined
  const scanner = new BlockScanner(text, close + 1)
  const values = scanner.document()
  if (values === UNSURE) return undefined
  return { values, bodyStart: Math.min(end + 1, text.length) }
}

/** Walks the lines of block YAML by their indentation. */
class BlockScanner implements LineReader {
  readonly text: string
  at = 4
  budget = MAX_VALUES
  /** Where the block ends: behind the last line break above the closing line. */
  readonly #end: number
  /** Columns before the text of the current line; -1 behind the last one. */
  #indent = -1
  /** Where the current line ends. */
  #stop = 3
  #lines = 0

  constructor(text: string, end: number) {
    this.text = text
    this.#end = end
  }

  document(): Values | Unsure {
    this.#advance()
    const values = this.#indent === 0 ? this.#map(0, 0) : UNSURE
    return this.#indent === -1 && this.#lines <= MAX_LINES ? values : UNSURE
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
      KEY.lastIndex = this.at
      const key = KEY.exec(this.text)?.[1]
      if (key === undefined || !isNewKey(key, values, absent) || --this.budget < 0) return UNSURE
      this.at = KEY.lastIndex
      const value = this.#valueOf(indent, depth)
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
      KEY.lastIndex = this.at
      const isMap = KEY.test(this.text)
      if (isMap) this.#indent += this.at - dash
      const item = isMap ? this.#map(this.#indent, depth + 1) : this.#scalar()
      if (item === UNSURE) return UNSURE
      items.push(item)
    }
    return this.#indent <= indent ? items : UNSURE
  }

  /** The value of a key: behind its colon, or the block below it; undefined for none. */
  #valueOf(indent: number, depth: number): unknown {
    const colon = this.at
    this.#skipSpaces()
    const first = this.text.charCodeAt(this.at)
    if (first !== 0x0a && (first !== 0x23 || this.at === colon)) return this.#scalar()
    this.#advance()
    if (depth > MAX_DEPTH) return UNSURE
    if (this.#indent >= indent && this.#indent !== -1 && this.#atDash()) {
      return this.#list(this.#indent, depth + 1)
    }
    return this.#indent > indent ? this.#map(this.#indent, depth + 1) : undefined
  }

  #scalar(): unknown {
    const value = this.at < this.#stop ? readLineValue(this, this.#stop) : UNSURE
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

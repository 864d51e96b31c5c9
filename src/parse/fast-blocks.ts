import { Containers } from './fast-containers.js'
import { headingAt } from './fast-heading.js'
import type { LineCursor } from './fast-lines.js'
import type { Outline } from './fast-outline.js'
import { Paragraph } from './fast-paragraph.js'
import { beginsTable, rowText } from './fast-table.js'
import { Verbatim } from './fast-verbatim.js'

// What a block other than a paragraph may begin with.
const SIGNS = new Set('#`~<|>-+*_=:0123456789')
const RULE = /([-*_])(?: *\1){2,} *$/my
// A line of a paragraph that may make a heading or a table of the line above it.
const UNDERLINE = /[-=|:][-=|: ]*$/my

type Leaf = 'none' | 'paragraph' | 'verbatim' | 'table'

/**
 * Finds the blocks of a body as CommonMark does, line by line, with a stack of open lists and
 * quotes. Only the words matter here: tight or loose, bullet or number is all the same. Every step
 * gives false where the Markdown is beyond the plain part of the language.
 */
export class BlockScanner {
  readonly #cursor: LineCursor
  readonly #outline: Outline
  readonly #containers: Containers
  readonly #paragraph = new Paragraph()
  readonly #verbatim = new Verbatim()
  #leaf: Leaf = 'none'
  /** True below an empty line, but not where indented code stands above that. */
  #gap = true
  #indentedCode = false

  constructor(cursor: LineCursor, outline: Outline) {
    this.#cursor = cursor
    this.#outline = outline
    this.#containers = new Containers(cursor)
  }

  scan(): boolean {
    while (this.#cursor.next()) if (!this.#line()) return false
    const inComment = this.#leaf === 'verbatim' && this.#verbatim.isComment
    return !inComment && this.#close(0)
  }

  #line(): boolean {
    const cursor = this.#cursor
    const matched = this.#containers.match()
    const whole = matched === this.#containers.depth
    if (this.#leaf === 'verbatim') return whole && this.#verbatimLine()
    const indent = cursor.skipSpaces()
    const afterGap = this.#gap
    this.#gap = cursor.done && !this.#indentedCode
    if (cursor.done) return this.#close(matched)
    this.#indentedCode = false
    if (this.#leaf === 'table') return whole && indent < 4 && this.#row()
    if (this.#leaf === 'paragraph' && this.#continues(indent)) return this.#text()
    if (indent > 3) return this.#leaf === 'none' && this.#close(matched) && this.#indented()
    this.#containers.beginLine(matched, afterGap)
    return this.#blocks(indent, matched)
  }

  /** True for a line that can only go on with the open paragraph. */
  #continues(indent: number): boolean {
    const cursor = this.#cursor
    return !SIGNS.has(cursor.peek()) || (indent > 3 && cursor.find(UNDERLINE) === undefined)
  }

  /** Reads the containers that the line opens and the leaf behind them. */
  #blocks(firstIndent: number, matched: number): boolean {
    const cursor = this.#cursor
    if (this.#leaf === 'paragraph' && cursor.find(UNDERLINE) !== undefined) return false
    let depth = matched
    for (let indent = firstIndent, opened = false; indent < 4; opened = true) {
      if (!SIGNS.has(cursor.peek())) return this.#leafBlock(depth, opened)
      if (cursor.find(RULE) !== undefined) return this.#close(depth)
      const width = this.#containers.marker(indent)
      if (width === undefined) return this.#leafBlock(depth, opened)
      if (width === false || !this.#close(depth) || !this.#containers.open(width)) return false
      depth = this.#containers.depth
      indent = cursor.skipSpaces()
      if (cursor.done) return true
    }
    return false
  }

  #leafBlock(depth: number, opened: boolean): boolean {
    const cursor = this.#cursor
    const sign = cursor.peek()
    const heading = sign === '#' ? headingAt(cursor) : undefined
    if (heading !== undefined) {
      if (heading === false || !this.#close(depth)) return false
      this.#outline.heading(heading.depth, heading.text, this.#containers.depth === 0)
      return true
    }
    const verbatim = this.#verbatim.begins(cursor)
    if (verbatim !== undefined) return verbatim && this.#close(depth) && this.#beginVerbatim()
    if (this.#leaf === 'paragraph') return this.#text()
    if (!this.#close(depth)) return false
    if (sign === '|' && !opened && !this.#containers.quoted && beginsTable(cursor)) return this.#table()
    this.#leaf = 'paragraph'
    this.#paragraph.begin(opened && this.#containers.inItem)
    return this.#text()
  }

  /** A line of the open paragraph, in whatever container it stands. */
  #text(): boolean {
    this.#paragraph.add(this.#cursor)
    return true
  }

  #table(): boolean {
    this.#leaf = 'table'
    return this.#row() && this.#cursor.next()
  }

  #row(): boolean {
    return this.#words(rowText(this.#cursor.rest()))
  }

  /** Comments that go on are beyond the plain part in a list or quote. */
  #beginVerbatim(): boolean {
    const { open, isComment } = this.#verbatim
    if (open) this.#leaf = 'verbatim'
    return !(open && isComment) || this.#containers.depth === 0
  }

  #verbatimLine(): boolean {
    const words = this.#verbatim.line(this.#cursor)
    if (!this.#verbatim.open) this.#leaf = 'none'
    return this.#words(words)
  }

  #indented(): boolean {
    this.#indentedCode = true
    this.#cursor.doubt()
    return this.#words(this.#cursor.rest())
  }

  /** Ends the leaf and leaves the containers behind the first `depth`. */
  #close(depth: number): boolean {
    const words = this.#leaf === 'paragraph' ? this.#paragraph.words() : ''
    this.#leaf = 'none'
    this.#containers.keep(depth)
    return this.#words(words)
  }

  #words(words: string | undefined): boolean {
    if (words !== undefined && words !== '') this.#outline.words(words)
    return words !== undefined
  }
}

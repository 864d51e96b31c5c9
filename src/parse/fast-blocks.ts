import { Containers } from './fast-containers.js'
import { headingAt } from './fast-heading.js'
import type { LineCursor } from './fast-lines.js'
import type { Outline } from './fast-outline.js'
import { Paragraph } from './fast-paragraph.js'
import { BlockMark, type Places } from './fast-places.js'
import { beginsTable, rowText } from './fast-table.js'
import { Verbatim } from './fast-verbatim.js'

/** By code unit: 1 for what a block other than a paragraph may begin with, 3 where that may be a rule. */
const SIGNS = new Uint8Array(128)
for (const sign of '#`~<|>+=:0123456789') SIGNS[sign.charCodeAt(0)] = 1
for (const sign of '-*_') SIGNS[sign.charCodeAt(0)] = 3
const RULE = /([-*_])(?: *\1){2,} *$/my
// A line of a paragraph that may make a heading or a table of the line above it.
const UNDERLINE = /[-=|:][-=|: ]*$/my

function signOf(unit: number): number {
  return SIGNS[unit] ?? 0
}

type Leaf = 'none' | 'paragraph' | 'verbatim' | 'table'

/**
 * Finds the blocks of a body as CommonMark does, line by line, with a stack of open lists and
 * quotes. Only the words matter here: tight or loose, bullet or number is all the same. Every step
 * gives false where the Markdown is beyond the plain part of the language.
 */
export class BlockScanner {
  readonly #cursor: LineCursor
  readonly #outline: Outline
  readonly #places: Places
  readonly #containers: Containers
  readonly #paragraph: Paragraph
  readonly #verbatim = new Verbatim()
  #leaf: Leaf = 'none'
  /** The table or what is read without looking for markup, and its index. */
  #mark: BlockMark | undefined
  #index = -1
  /** True below an empty line, but not where indented code stands above that. */
  #gap = true
  #indentedCode = false

  constructor(cursor: LineCursor, outline: Outline, places: Places) {
    this.#cursor = cursor
    this.#outline = outline
    this.#places = places
    this.#containers = new Containers(cursor, places)
    this.#paragraph = new Paragraph(places)
  }

  scan(): boolean {
    while (this.#cursor.next()) if (!this.#line()) return false
    if (this.#leaf !== 'verbatim') return this.#close(0)
    // A fence without its end reaches to the end of all, and in a list or quote not quite.
    if (this.#mark !== undefined) this.#mark.end = this.#cursor.text.length
    return !this.#verbatim.isComment && this.#containers.depth === 0
  }

  #line(): boolean {
    const cursor = this.#cursor
    const matched = this.#containers.match()
    const whole = matched === this.#containers.depth
    if (this.#leaf === 'verbatim') return whole && this.#verbatimLine()
    const goesOn = this.#indentedCode
    const indent = cursor.skipSpaces()
    const afterGap = this.#gap
    this.#gap = cursor.done && !this.#indentedCode
    if (cursor.done) {
      // Spaces may belong to the code above.
      if (goesOn && indent > 3) return false
      return this.#containers.reachEmpty(matched, cursor.stop) && this.#close(matched)
    }
    this.#indentedCode = false
    if (this.#leaf === 'table') return whole && indent < 4 && this.#row()
    if (this.#leaf === 'paragraph' && this.#continues(indent)) return this.#text()
    if (indent > 3) return whole && this.#leaf === 'none' && this.#indented(indent, goesOn)
    this.#containers.beginLine(matched, afterGap)
    return this.#blocks(indent, matched)
  }

  /** True for a line that can only go on with the open paragraph. */
  #continues(indent: number): boolean {
    const cursor = this.#cursor
    return signOf(cursor.unit) === 0 || (indent > 3 && !cursor.is(UNDERLINE))
  }

  /** Reads the containers that the line opens and the leaf behind them. */
  #blocks(firstIndent: number, matched: number): boolean {
    const cursor = this.#cursor
    if (this.#leaf === 'paragraph' && cursor.is(UNDERLINE)) return false
    let depth = matched
    for (let indent = firstIndent, opened = false; indent < 4; opened = true) {
      const sign = signOf(cursor.unit)
      if (sign === 0) return this.#leafBlock(depth, opened, indent)
      if (sign === 3 && cursor.is(RULE)) return this.#close(depth) && this.#rule()
      const marker = this.#containers.marker(indent)
      if (marker === undefined) return this.#leafBlock(depth, opened, indent)
      if (marker === false || !this.#containers.endsPlainly(depth, marker.sign)) return false
      if (!this.#close(depth) || !this.#containers.open(marker)) return false
      depth = this.#containers.depth
      indent = cursor.skipSpaces()
      if (cursor.done) return this.#reach(cursor.stop)
    }
    return false
  }

  #leafBlock(depth: number, opened: boolean, indent: number): boolean {
    const cursor = this.#cursor
    const sign = cursor.peek()
    const { at } = cursor
    if (sign === '#') {
      const heading = this.#heading(depth)
      if (heading !== undefined) return heading
    }
    const verbatim = this.#verbatim.begins(cursor)
    if (verbatim !== undefined) return verbatim && this.#close(depth) && this.#beginVerbatim(at, indent)
    if (this.#leaf === 'paragraph') return this.#text()
    if (!this.#close(depth)) return false
    if (sign === '|' && !opened && !this.#containers.quoted && beginsTable(cursor)) return this.#table()
    this.#leaf = 'paragraph'
    this.#containers.endList()
    this.#paragraph.begin(cursor, this.#containers.innermost, opened && this.#containers.inItem)
    return this.#reach(cursor.stop)
  }

  /** A line of the open paragraph, in whatever container it stands. */
  #text(): boolean {
    this.#paragraph.add(this.#cursor)
    return this.#reach(this.#cursor.stop)
  }

  /** Adds a block that begins at `at` and ends with the line, or later. */
  #begin(mark: BlockMark): boolean {
    this.#containers.endList()
    this.#mark = mark
    this.#index = this.#places.block(mark)
    return this.#reach(mark.end)
  }

  /** What is open reaches to `end`. */
  #reach(end: number): true {
    if (this.#leaf === 'verbatim' && this.#mark !== undefined) this.#mark.end = end
    this.#containers.reach(end)
    return true
  }

  #heading(depth: number): boolean | undefined {
    const cursor = this.#cursor
    const { at, stop } = cursor
    const heading = headingAt(cursor, this.#places.blocks.length)
    if (heading === undefined) return undefined
    if (heading === false || !this.#close(depth)) return false
    const { innermost } = this.#containers
    this.#outline.heading(heading.depth, heading.text, this.#places.blocks.length, innermost === -1)
    this.#places.prose.push(heading.prose)
    return this.#begin(new BlockMark('heading', at, stop, innermost, { number: heading.depth }))
  }

  #rule(): boolean {
    const { at, stop } = this.#cursor
    return this.#begin(new BlockMark('break', at, stop, this.#containers.innermost))
  }

  #table(): boolean {
    this.#leaf = 'table'
    const { at, stop } = this.#cursor
    const mark = new BlockMark('table', at, stop, this.#containers.innermost, { rows: [] })
    this.#begin(mark)
    if (!this.#row()) return false
    this.#cursor.next()
    mark.end = this.#cursor.stop
    return this.#reach(mark.end)
  }

  #row(): boolean {
    this.#containers.reach(this.#cursor.stop)
    return this.#words(rowText(this.#cursor, this.#places, this.#index))
  }

  /** Comments that go on are beyond the plain part in a list or quote. */
  #beginVerbatim(at: number, indent: number): boolean {
    const { open, isComment, info } = this.#verbatim
    const { stop } = this.#cursor
    const { innermost } = this.#containers
    if (isComment) this.#begin(new BlockMark('html', at - indent, stop, innermost))
    else this.#begin(new BlockMark('code', at, stop, innermost, { info }))
    if (open) this.#leaf = 'verbatim'
    return !(open && isComment) || this.#containers.depth === 0
  }

  #verbatimLine(): boolean {
    const words = this.#verbatim.line(this.#cursor)
    this.#reach(this.#cursor.stop)
    if (!this.#verbatim.open) this.#leaf = 'none'
    return this.#words(words)
  }

  #indented(indent: number, goesOn: boolean): boolean {
    const { at, stop } = this.#cursor
    const { innermost } = this.#containers
    this.#indentedCode = true
    if (goesOn && this.#mark?.parent === innermost) this.#mark.end = stop
    else this.#begin(new BlockMark('code', at - indent, stop, innermost))
    this.#containers.reach(stop)
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

import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'
import { BlockMark, type Places, type ProseMark } from './fast-places.js'

const TASK = /^\[[ xX]\]/

/** The lines of the open paragraph. */
export class Paragraph {
  readonly #places: Places
  #block = new BlockMark('paragraph', 0, 0, -1)
  #index = -1
  #source = ''
  #lines: number[] | undefined
  #breaks: number[] | undefined
  /** True where the line above ends with a break, if another line follows. */
  #breaking = false
  #marked = false
  #first = false

  constructor(places: Places) {
    this.#places = places
  }

  /** Begins one at the cursor; `first` when it is the first thing in a list item. */
  begin(cursor: LineCursor, parent: number, first: boolean): void {
    this.#block = new BlockMark('paragraph', cursor.at, cursor.stop, parent)
    this.#index = this.#places.block(this.#block)
    this.#lines = undefined
    this.#breaks = undefined
    this.#marked = cursor.marked()
    this.#first = first
    this.#source = this.#rest(cursor)
  }

  /** Adds the line at the cursor. */
  add(cursor: LineCursor): void {
    this.#marked ||= cursor.marked()
    this.#block.end = cursor.stop
    const length = this.#source.length
    this.#lines ??= []
    this.#lines.push(length + 1, cursor.at)
    if (this.#breaking) {
      this.#breaks ??= []
      this.#breaks.push(length)
    }
    this.#source += `\n${this.#rest(cursor)}`
  }

  #rest(cursor: LineCursor): string {
    const rest = cursor.rest()
    this.#breaking = cursor.stop - cursor.at - rest.length > 1
    return rest
  }

  /** The words of the whole, or undefined. */
  words(): string | undefined {
    const prose: ProseMark = {
      block: this.#index,
      source: this.#source,
      start: this.#block.start,
      lines: this.#lines,
      breaks: this.#breaks,
    }
    if (!this.#marked) {
      this.#places.prose.push(prose)
      return prose.source
    }
    // A definition, or what might be one.
    if (prose.source.startsWith('[') && prose.source.includes(']:')) return undefined
    if (this.#first && TASK.test(prose.source)) return this.#task(prose)
    this.#places.prose.push(prose)
    return inlineText(prose)
  }

  /** Behind the box of a task, which is no text. */
  #task({ block, source, start, lines, breaks }: ProseMark): string | undefined {
    if (!/^.{3} [^ \n]/.test(source)) return undefined
    const prose: ProseMark = {
      block,
      source: source.slice(4),
      start: start + 4,
      lines: lines?.map((at, i) => (i % 2 === 0 ? at - 4 : at)),
      breaks: breaks?.map(at => at - 4),
      isTask: true,
    }
    this.#places.prose.push(prose)
    const words = inlineText(prose)
    // Where no text follows, remark leaves the box in the paragraph.
    if (!beginsWithMarkup(prose)) this.#block.start += 4
    return words
  }
}

function beginsWithMarkup({ marks }: ProseMark): boolean {
  const [start = 0, end = 0] = marks?.cuts ?? []
  return start === 0 && end > 0
}

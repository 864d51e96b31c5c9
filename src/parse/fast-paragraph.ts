import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'

const TASK = /^\[[ xX]\]/

/** The lines of the open paragraph. */
export class Paragraph {
  #lines: string[] = []
  #marked = false
  #first = false

  /** Begins one; `first` when it is the first thing in a list item. */
  begin(first: boolean): void {
    this.#lines = []
    this.#marked = false
    this.#first = first
  }

  /** Adds the line at the cursor. */
  add(cursor: LineCursor): void {
    cursor.doubt()
    this.#marked ||= cursor.marked()
    this.#lines.push(cursor.rest())
  }

  /** The words of the whole, or undefined. */
  words(): string | undefined {
    const text = this.#lines.join('\n')
    if (!this.#marked) return text
    // A definition, or what might be one.
    if (text.startsWith('[') && text.includes(']:')) return undefined
    const task = this.#first && TASK.test(text)
    if (task && !/^.{3} [^ \n]/.test(text)) return undefined
    return inlineText(task ? text.slice(4) : text)
  }
}

import type { LineCursor } from './fast-lines.js'

const FENCE = /(?:(`{3,})([^`\n]*)|(~{3,})([^\n]*))$/my
const CLOSING = / {0,3}(`{3,}|~{3,}) *$/my
// `<!-->` and `<!--->` are whole comments to some.
const COMMENT = /<!--(?!-?>)/y
// `<http:` begins no HTML.
const HTML = /<(?!https?:)[A-Za-z/!?]/y

/** What is read without looking for markup: fenced code, of which the words count, and comments. */
export class Verbatim {
  /** The opening fence; '' for a comment. */
  #fence = ''
  /** What stands behind it. */
  info = ''
  /** True while the end is still to come. */
  open = false

  /** True where one begins at the cursor, false for HTML that is no comment. */
  begins(cursor: LineCursor): boolean | undefined {
    const sign = cursor.peek()
    if (sign === '`' || sign === '~') {
      const fence = cursor.find(FENCE)
      this.#fence = fence?.[1] ?? fence?.[3] ?? ''
      this.info = fence?.[2] ?? fence?.[4] ?? ''
      this.open = fence !== undefined
      // Escapes and entities in the info string are beyond the subset.
      return fence === undefined ? undefined : !/[\\&]/.test(this.info)
    }
    if (sign !== '<') return undefined
    if (cursor.find(COMMENT) === undefined) return cursor.find(HTML) === undefined ? undefined : false
    this.#fence = ''
    cursor.at += 4
    this.line(cursor)
    return true
  }

  get isComment(): boolean {
    return this.#fence === ''
  }

  /** The words of a further line: '' for a comment and for the end. */
  line(cursor: LineCursor): string {
    if (this.isComment) this.open = !cursor.rest().includes('-->')
    else this.open = !cursor.find(CLOSING)?.[1]?.startsWith(this.#fence)
    return this.open && !this.isComment ? cursor.rest() : ''
  }
}

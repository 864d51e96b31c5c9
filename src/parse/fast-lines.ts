const MARKUP = /[\\`*_~[\]<&]/g

/** A place in a text and the line that it is on. Columns are spaces: there are no tabs. */
export class LineCursor {
  readonly text: string
  at = 0
  /** Where the line begins and where it ends, without its line break. */
  start = 0
  stop = -1
  /** The next sign of markup at or behind the place where it was last asked for. */
  #markup = -1

  constructor(text: string, start: number) {
    this.text = text
    this.stop = start - 1
  }

  /** On to the next line; false at the end. */
  next(): boolean {
    const start = this.stop + 1
    if (start >= this.text.length) return false
    const stop = this.text.indexOf('\n', start)
    this.at = start
    this.start = start
    this.stop = stop === -1 ? this.text.length : stop
    return true
  }

  get done(): boolean {
    return this.at >= this.stop
  }

  /** The character at the cursor; '' at the end of the line. */
  peek(): string {
    return this.at < this.stop ? this.text.charAt(this.at) : ''
  }

  /** The code unit at the cursor; -1 at the end of the line. */
  get unit(): number {
    return this.at < this.stop ? this.text.charCodeAt(this.at) : -1
  }

  skipSpaces(): number {
    const from = this.at
    while (this.text.charCodeAt(this.at) === 0x20) this.at++
    return this.at - from
  }

  /** Steps over the indentation of a list item, which an empty line continues without. */
  skipIndent(width: number): boolean {
    let at = this.at
    while (at - this.at < width && this.text.charCodeAt(at) === 0x20) at++
    if (at - this.at < width && at < this.stop) return false
    this.at = at
    return true
  }

  /** Steps over `>` and the space that belongs to it. */
  skipQuote(): boolean {
    let at = this.at
    while (at - this.at < 3 && this.text.charCodeAt(at) === 0x20) at++
    if (this.text.charCodeAt(at) !== 0x3e) return false
    this.at = this.text.charCodeAt(at + 1) === 0x20 ? at + 2 : at + 1
    return true
  }

  /** True where a sticky expression matches at the cursor. */
  is(form: RegExp): boolean {
    form.lastIndex = this.at
    return form.test(this.text)
  }

  /** What a sticky expression finds at the cursor. */
  find(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at
    return form.exec(this.text) ?? undefined
  }

  /** The rest of the line without the spaces at its end. */
  rest(): string {
    let end = this.stop
    while (end > this.at && this.text.charCodeAt(end - 1) === 0x20) end--
    return this.text.slice(this.at, end)
  }

  /** True when the rest of the line holds a sign of markup. */
  marked(): boolean {
    if (this.#markup < this.at) {
      MARKUP.lastIndex = this.at
      this.#markup = MARKUP.exec(this.text)?.index ?? this.text.length
    }
    return this.#markup < this.stop
  }
}

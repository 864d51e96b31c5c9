/** The text of one item, the line on which it begins, and whether the text ended inside it. */
export interface Item {
  readonly text: string
  readonly line: number
  readonly cut: boolean
}

/** Names under which systems wrap their list of records. */
const LISTS = ['tickets', 'issues', 'cases', 'records', 'rows', 'items', 'data', 'results', 'list', '工单']

// Plain fields may stand before the list: a count, the day of the export.
const WRAPPER = new RegExp(
  String.raw`^\s*\{\s*(?:"[^"\\]{0,80}"\s*:\s*(?:"[^"\\]{0,200}"|[\w.+-]{1,40})\s*,\s*){0,20}"(?:${LISTS.join('|')})"\s*:\s*\[`,
  'i',
)

const OPEN = /[[{]/
const SIGN = /["[\]{},\n]/g

/**
 * Cuts a JSON text into the items of its list while it streams by, without parsing them. An object
 * at the top is one item, unless it wraps a list under one of the usual names.
 */
export class ItemSplitter {
  #text = ''
  /** Where the look goes on, and where the item began; -1 between items. */
  #at = 0
  #start = -1
  #depth = 0
  #inString = false
  /** Depth at which items stand: 1 in an array, 2 in a wrapper; undefined before it is known. */
  #level: number | undefined
  #line = 1
  #itemLine = 1

  add(chunk: string): Item[] {
    this.#text += chunk
    this.#level ??= levelOf(this.#text)
    const items = this.#level === undefined ? [] : this.#scan()
    const done = this.#start === -1 ? this.#at : this.#start
    this.#text = this.#text.slice(done)
    this.#at -= done
    if (this.#start !== -1) this.#start = 0
    return items
  }

  /** Characters of the item that is not whole yet. */
  get pending(): number {
    return this.#text.length
  }

  /** What is left when the text has ended: an item that was cut. */
  end(): Item[] {
    this.#level ??= 0
    const items = this.#scan()
    if (this.#start === -1) return items
    return [...items, { text: this.#text.slice(this.#start), line: this.#itemLine, cut: true }]
  }

  #scan(): Item[] {
    const items: Item[] = []
    while (this.#at < this.#text.length) {
      if (this.#inString) {
        const end = stringEnd(this.#text, this.#at)
        this.#at = end.at
        this.#inString = !end.closed
        if (!end.closed) break
      } else this.#step(items)
    }
    return items
  }

  #step(items: Item[]): void {
    SIGN.lastIndex = this.#at
    const found = SIGN.exec(this.#text)
    if (found === null) {
      this.#begin(this.#text.slice(this.#at), this.#at)
      this.#at = this.#text.length
      return
    }
    const sign = found[0]
    this.#begin(this.#text.slice(this.#at, found.index), this.#at)
    const closes = sign === ']' || sign === '}'
    if (sign === '\n') this.#line++
    else if (sign === ',' || closes) this.#close(sign, found.index, items)
    else {
      if (sign === '"' || this.#depth === this.#level) this.#begin('"', found.index)
      if (sign === '"') this.#inString = true
      else this.#depth++
    }
    this.#at = found.index + 1
  }

  /** An item begins with the first thing that is no white space at its depth. */
  #begin(text: string, at: number): void {
    if (this.#start !== -1 || this.#depth !== this.#level || text.trim() === '') return
    this.#start = at
    this.#itemLine = this.#line
  }

  #close(sign: string, at: number, items: Item[]): void {
    const closes = sign !== ','
    const whole = closes && this.#depth === (this.#level ?? 0) + 1
    if (closes) this.#depth--
    if (this.#start === -1) return
    const ends = this.#depth < (this.#level ?? 0) || (!closes && this.#depth === this.#level)
    if (!whole && !ends) return
    items.push({ text: this.#text.slice(this.#start, whole ? at + 1 : at), line: this.#itemLine, cut: false })
    this.#start = -1
  }
}

/** Where a string ends from here on; a backslash at the very end waits for what follows. */
function stringEnd(text: string, from: number): { at: number; closed: boolean } {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { at: at + 1, closed: true }
    if (code === 0x5c) {
      if (at + 1 >= text.length) return { at, closed: false }
      at++
    }
  }
  return { at: text.length, closed: false }
}

/** Depth of the items, as far as the beginning of a text tells it. */
function levelOf(head: string): number | undefined {
  const open = OPEN.exec(head)
  if (open === null) return undefined
  if (open[0] === '[') return 1
  if (WRAPPER.test(head)) return 2
  // Too little of it to know.
  return head.length < 4096 ? undefined : 0
}

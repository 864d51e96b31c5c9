import { codeSpan } from './fast-code-span.js'
import type { InlineMarks, LinkMark, ProseMark } from './fast-places.js'
import type { PlainNode } from './plain-node.js'

/** A node that is open, with what it will hold. */
interface Open {
  readonly type: 'root' | 'emphasis' | 'strong' | 'link'
  readonly attributes: PlainNode['attributes']
  readonly children: PlainNode[]
}

/**
 * The nodes of one heading or paragraph: text, code, emphasis and links without a title; undefined
 * where there is more.
 */
export function proseNodes({ source, marks, breaks, isTask }: ProseMark): PlainNode[] | undefined {
  if (breaks !== undefined || isTask === true) return undefined
  if (marks === undefined) return source === '' ? [] : [textNode(source)]
  const plain = marks.escapes.length === 0 && marks.links.every(link => isPlainLink(link, source))
  return plain ? new ProseTree(source, marks).nodes() : undefined
}

function textNode(value: string): PlainNode {
  return { type: 'text', attributes: {}, value, children: [] }
}

/** `[…](target)` and nothing else. */
function isPlainLink({ kind, start, end, to, target }: LinkMark, source: string): boolean {
  if (kind !== 'link' || source[start] !== '[' || target === -1) return false
  return source.slice(target - 2, end) === `](${to})`
}

class ProseTree {
  readonly #source: string
  readonly #marks: InlineMarks
  readonly #stack: Open[] = [{ type: 'root', attributes: {}, children: [] }]

  constructor(source: string, marks: InlineMarks) {
    this.#source = source
    this.#marks = marks
  }

  nodes(): PlainNode[] | undefined {
    const { cuts } = this.#marks
    let at = 0
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [start = 0, end = 0] = cuts.slice(i, i + 2)
      if (start === end) continue
      if (start < at) return undefined
      this.#text(at, start)
      if (!this.#cut(start, end)) return undefined
      at = end
    }
    this.#text(at, this.#source.length)
    return this.#stack.length === 1 ? this.#stack[0]?.children : undefined
  }

  #text(start: number, end: number): void {
    if (end > start) this.#add(textNode(this.#source.slice(start, end)))
  }

  #add(node: PlainNode): void {
    this.#stack.at(-1)?.children.push(node)
  }

  #cut(start: number, end: number): boolean {
    switch (this.#source[start]) {
      case '`':
        return this.#code(start, end)
      case '*':
      case '_':
        return this.#emphasis(end - start)
      case '[':
        return this.#openLink(start)
      case ']':
        return this.#closeTop('link')
      default:
        return false
    }
  }

  #code(start: number, end: number): boolean {
    const span = codeSpan(this.#source, start)
    if (span === undefined || span.end !== end || span.text.includes('\n')) return false
    this.#add({ type: 'inlineCode', attributes: {}, value: span.text, children: [] })
    return true
  }

  /** Emphasis of one kind never stands in itself here: a run either opens it or closes it. */
  #emphasis(length: number): boolean {
    const type = length === 1 ? 'emphasis' : 'strong'
    if (length > 2) return false
    if (this.#stack.at(-1)?.type === type) return this.#closeTop(type)
    this.#stack.push({ type, attributes: {}, children: [] })
    return true
  }

  #openLink(start: number): boolean {
    const link = this.#marks.links.find(found => found.start === start)
    if (link === undefined) return false
    this.#stack.push({ type: 'link', attributes: { url: link.to }, children: [] })
    return true
  }

  #closeTop(type: Open['type']): boolean {
    const top = this.#stack.pop()
    if (top?.type !== type) return false
    this.#add(top)
    return true
  }
}

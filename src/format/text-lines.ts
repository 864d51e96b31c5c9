import type { Case } from '../model/case.js'
import type { Block } from '../model/markdown.js'

/** One line of a text, without its line break. */
export interface Line {
  readonly start: number
  /** Before the line break. */
  readonly end: number
  /** Behind the line break. */
  readonly next: number
  /** Nothing but spaces and tabs. */
  readonly blank: boolean
}

/** The lines of a text from an offset on, cut at LF and CR LF. */
export function linesFrom(text: string, from: number): Line[] {
  const lines: Line[] = []
  for (let start = from; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const next = feed === -1 ? text.length : feed + 1
    let end = feed === -1 ? text.length : feed
    if (feed > start && text.charCodeAt(feed - 1) === 0x0d) end--
    lines.push({ start, end, next, blank: trimmedEnd(text, start, end) === start })
    start = next
  }
  return lines
}

/** Where a piece of a text ends without the spaces and tabs at its end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** The line break that a line ends with; at the end of a file the one that it begins with. */
export function lineBreakAt(text: string, { end, next }: Line): string {
  if (next > end) return text.slice(end, next)
  return lineBreakOf(text)
}

/** The line break behind the first line of a text. */
export function lineBreakOf(text: string): string {
  const feed = text.indexOf('\n')
  return feed > 0 && text.charAt(feed - 1) === '\r' ? '\r\n' : '\n'
}

/** Tells for lines of a body, asked from the top down, which block they belong to. */
export class LinesOfBlocks {
  readonly #blocks: readonly Block[]
  #next = 0

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  /** The first of the blocks, which do not overlap, that reaches into a line. */
  at({ start, next }: Line): Block | undefined {
    for (; this.#next < this.#blocks.length; this.#next++) {
      const block = this.#blocks[this.#next]
      if (block === undefined || block.at.start >= next) return undefined
      if (block.at.end > start) return block
    }
    return undefined
  }
}

/** Blocks whose bytes are kept as they are: code and HTML, wherever they stand. */
export function verbatimBlocks({ body }: Case): Block[] {
  return body.blocks.filter(({ type }) => type === 'code' || type === 'html')
}

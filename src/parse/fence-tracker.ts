const OPENING = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const INDENTED = /^ {1,3}(?:`{3}|~{3})/

/**
 * Tells, line by line, which lines of a body surely belong to fenced code. Only fences at the left
 * margin count: no list or quote can hold them. Behind an indented fence, which may belong to a
 * list, and behind HTML other than a one-line comment, which may swallow a fence, nothing is sure.
 */
export class FenceTracker {
  #fence: string | undefined
  #doubtful = false

  /** True for a line, without its line break, inside fenced code or one of its two fences. */
  inside(line: string): boolean {
    if (this.#fence !== undefined) {
      if (isClosing(line, this.#fence)) this.#fence = undefined
      return true
    }
    if (beginsHtml(line) || INDENTED.test(line)) this.#doubtful = true
    if (this.#doubtful) return false
    const opening = OPENING.exec(line)
    this.#fence = opening?.[1] ?? opening?.[2]
    return this.#fence !== undefined
  }
}

/**
 * True for a line that may begin HTML which reaches over further lines: blank ones, fences and
 * tables are then part of it. A comment that ends where it begins is none.
 */
export function beginsHtml(line: string): boolean {
  return /^ {0,3}</.test(line) && !/^ {0,3}<!--(?!-?>)[^<>]*-->[ \t]*$/.test(line)
}

function isClosing(line: string, fence: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
  return closing?.startsWith(fence) === true
}

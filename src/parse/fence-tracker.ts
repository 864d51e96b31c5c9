const OPENING = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const COMMENT = /^ {0,3}<!--(?!-?>)[^<>]*-->[ \t]*$/

/**
 * Tells, line by line, which lines of a body surely belong to fenced code. Only fences at the left
 * margin count: those are beyond doubt, since no list, quote or paragraph can hold them. Behind
 * other HTML than a one-line comment nothing is sure any more, for HTML may swallow a fence.
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
    if (/^ {0,3}</.test(line) && !COMMENT.test(line)) this.#doubtful = true
    if (this.#doubtful) return false
    const opening = OPENING.exec(line)
    this.#fence = opening?.[1] ?? opening?.[2]
    return this.#fence !== undefined
  }
}

function isClosing(line: string, fence: string): boolean {
  const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
  return closing?.startsWith(fence) === true
}

import { beginsHtml } from './fence-tracker.js'

const DELIMITERS = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/

type State = 'between' | 'text' | 'header' | 'table' | 'html'

/**
 * Tells, line by line, which lines of a body are surely rows of a table: at the left margin, behind
 * an empty line, each row with its first bar, the header with as many bars as the line below it.
 * Behind HTML nothing is sure.
 */
export class TableTracker {
  #state: State = 'between'
  #bars = 0

  /** True for a row below the line of dashes. */
  inside(line: string): boolean {
    this.#state = this.#next(line)
    return this.#state === 'table'
  }

  #next(line: string): State {
    if (this.#state === 'html' || beginsHtml(line)) return 'html'
    if (line.trim() === '') return 'between'
    if (!line.startsWith('|')) return 'text'
    if (this.#state === 'table') return 'table'
    if (this.#state === 'between' && !line.includes('\\')) {
      this.#bars = line.trimEnd().endsWith('|') ? countBars(line) : 0
      return this.#bars > 1 ? 'header' : 'text'
    }
    const closed = this.#state === 'header' && DELIMITERS.test(line) && countBars(line) === this.#bars
    return closed ? 'table' : 'text'
  }
}

function countBars(line: string): number {
  return line.split('|').length - 1
}

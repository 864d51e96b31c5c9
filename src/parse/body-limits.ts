import type { Problem } from '../model/case.js'
import type { LineIndex, Range } from '../model/range.js'
import { FenceTracker } from './fence-tracker.js'
import { problem } from './problem.js'
import { TableTracker } from './table-tracker.js'

// Measured with remark 15: above these a small file takes seconds. 16 KB of `- ` 3 s and more,
// 24 KB of `_a__ ` in one paragraph 1.5 s, 400 nested list levels 2.4 s, 40,000 lines of `- a` 8 s,
// 5000 quotes or underlined headings 5 s, 9000 lines that continue a nested list 2.3 s, 250,000
// columns of indentation 4 s, 130,000 table cells 20 s, `www.a` before 7000 `!` 0.5 s.
const MAX_LINE = 8192
const MAX_LINES = 5000
const MAX_MARKERS = 20
const MAX_BLOCKS = 2500
const MAX_INDENT = 200
const MAX_INDENTS = 100_000
const MAX_EMPHASIS = 2000
const MAX_MARKS = 20_000

/**
 * What makes a body too costly for the Markdown parser, found by one scan over its lines. A body
 * with such a problem is not parsed at all. Fenced code costs nothing but its length.
 */
export function checkBodyLimits(text: string, bodyStart: number, lines: LineIndex): Problem[] {
  const problems: Problem[] = []
  const fences = new FenceTracker()
  const tables = new TableTracker()
  const count = new Totals()
  let paragraph = { start: bodyStart, emphasis: 0 }
  for (const { start, end } of linesFrom(text, bodyStart)) {
    const line = text.slice(start, end)
    const code = fences.inside(line)
    const at = lines.range(start, end)
    const found = checkLine(line, code)
    if (found !== undefined) problems.push({ ...found, at })
    count.line(at)
    // Each row of a table is read by itself.
    const row = tables.inside(code ? '' : line)
    if (code || row || line.trim() === '') paragraph = { start: row ? start : end + 1, emphasis: 0 }
    if (code) continue
    count.marks(line, at)
    const before = paragraph.emphasis
    paragraph.emphasis += countMarks(line, EMPHASIS)
    if (before <= MAX_EMPHASIS && paragraph.emphasis > MAX_EMPHASIS) {
      const args = { count: paragraph.emphasis, limit: MAX_EMPHASIS }
      problems.push(problem('emphasis', args, lines.range(paragraph.start, end)))
    }
  }
  return [...problems, ...count.problems()]
}

/** The lines as Markdown cuts them: at LF, CR LF and a lone CR. */
function* linesFrom(text: string, from: number): Iterable<{ start: number; end: number }> {
  const breaks = /\r\n|\n|\r/g
  breaks.lastIndex = from
  let start = from
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    yield { start, end: found.index }
    start = breaks.lastIndex
  }
  if (start < text.length) yield { start, end: text.length }
}

/** Counts over the whole body, with the place where each passed its limit. */
class Totals {
  readonly #lines = { count: 0, limit: MAX_LINES, at: undefined as Range | undefined }
  readonly #blocks = { count: 0, limit: MAX_BLOCKS, at: undefined as Range | undefined }
  readonly #indents = { count: 0, limit: MAX_INDENTS, at: undefined as Range | undefined }
  readonly #marks = { count: 0, limit: MAX_MARKS, at: undefined as Range | undefined }

  line(at: Range): void {
    add(this.#lines, 1, at)
  }

  marks(line: string, at: Range): void {
    add(this.#blocks, countMarkers(line) + (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) ? 1 : 0), at)
    add(this.#indents, indentOf(line), at)
    add(this.#marks, countMarks(line, MARKS), at)
  }

  *problems(): Iterable<Problem> {
    const totals = {
      manyLines: this.#lines,
      manyBlocks: this.#blocks,
      manyIndents: this.#indents,
      manyMarks: this.#marks,
    }
    for (const code of ['manyLines', 'manyBlocks', 'manyIndents', 'manyMarks'] as const) {
      const { count, limit, at } = totals[code]
      if (at !== undefined) yield problem(code, { count, limit }, at)
    }
  }
}

function add(total: { count: number; limit: number; at: Range | undefined }, n: number, at: Range): void {
  total.count += n
  if (total.count > total.limit) total.at ??= at
}

function checkLine(line: string, code: boolean): Problem | undefined {
  if (line.length > MAX_LINE) return problem('longLine', { length: line.length, limit: MAX_LINE })
  if (code) return undefined
  const markers = countMarkers(line)
  if (markers > MAX_MARKERS) return problem('markers', { count: markers, limit: MAX_MARKERS })
  // From each of these signs the parser looks to the end of the row whether the address ends here.
  if (/[!"'&)*,.:;<?_~\]]{100}/.test(line) && /www\.|https?:/i.test(line)) return problem('address', {})
  const indent = indentOf(line)
  return indent > MAX_INDENT ? problem('indent', { count: indent, limit: MAX_INDENT }) : undefined
}

/** How many lists, quotes and footnotes a line opens before its text. */
function countMarkers(line: string): number {
  // `- - - - -` as a whole line is a rule, not nested lists; remark reads it in linear time.
  if (/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line)) return 0
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:)/y
  let count = 0
  while (marker.test(line)) count++
  return count
}

/** Columns of white space before the text; a tab reaches to the next multiple of four. */
function indentOf(line: string): number {
  let columns = 0
  for (const char of line) {
    if (char === ' ') columns++
    else if (char === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

const EMPHASIS = new Set('*[]_~')
const MARKS = new Set('*[]_~|')

function countMarks(line: string, marks: ReadonlySet<string>): number {
  let count = 0
  for (let i = 0; i < line.length; i++) if (marks.has(line.charAt(i))) count++
  return count
}

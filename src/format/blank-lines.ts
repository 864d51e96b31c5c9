import type { Block } from '../model/markdown.js'
import type { Edit, Step } from './step.js'
import {
  type Line,
  LinesOfBlocks,
  lineBreakAt,
  lineBreakOf,
  linesFrom,
  verbatimBlocks,
} from './text-lines.js'

/** A line of the body; `verbatim` is what stands in code or HTML. */
interface BodyLine extends Line {
  readonly verbatim: Block['type'] | undefined
}

/**
 * One blank line around headings, lists, tables and fenced code, never more than one anywhere, and
 * one line break at the end of the file. Comments keep to the line that they stand at.
 */
export const blankLines: Step = ({ file: { text }, case: found }) => {
  const verbatim = new LinesOfBlocks(verbatimBlocks(found))
  const lines = linesFrom(text, found.frontMatter.end).map(line => ({
    ...line,
    verbatim: verbatim.at(line)?.type,
  }))
  const missing = missingAt(text, found.body.blocks, lines)
  return [...missing, ...surplus(text, lines)]
}

function missingAt(text: string, blocks: readonly Block[], lines: readonly BodyLine[]): Edit[] {
  const edits = new Map<number, Edit>()
  const byStart = new Map(lines.map((line, i) => [line.start, i]))
  const insert = (i: number): void => {
    const [above, below] = [lines[i - 1], lines[i]]
    if (below === undefined || below.blank || below.verbatim === 'html') return
    if (above?.blank === true || above?.verbatim === 'html') return
    const at = below.start
    const lineBreak = above === undefined ? lineBreakOf(text) : lineBreakAt(text, above)
    edits.set(at, { start: at, end: at, text: lineBreak })
  }
  for (const block of blocks) {
    if (block.parent !== -1 || !standsApart(block)) continue
    const first = byStart.get(block.at.start - block.at.column + 1)
    // What a footnote begins with stands at the top level too, but not at the margin.
    if (first === undefined || text.slice(lines[first]?.start, block.at.start).trim() !== '') continue
    insert(first)
    insert(indexBehind(lines, first, block.at.end))
  }
  return [...edits.values()]
}

function standsApart({ type, fence }: Block): boolean {
  return type === 'heading' || type === 'list' || type === 'table' || (type === 'code' && fence !== undefined)
}

/** The first line behind an offset, searched from a line on. */
function indexBehind(lines: readonly BodyLine[], from: number, offset: number): number {
  let i = from
  while (i < lines.length && (lines[i]?.start ?? 0) < offset) i++
  return i
}

/** All but the first of blank lines in a row, all at the end of the file, and the break that is missing there. */
function surplus(text: string, lines: readonly BodyLine[]): Edit[] {
  const filled = lines.findLastIndex(line => !isGap(line)) + 1
  const edits: Edit[] = []
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    if (i < filled && (!isGap(line) || above === undefined || !isGap(above))) continue
    edits.push({ start: line.start, end: line.next, text: '' })
  }
  const end = lines[filled - 1]?.next ?? text.length
  if (filled === lines.length && text.charAt(end - 1) !== '\n') {
    edits.push({ start: end, end, text: lineBreakOf(text) })
  }
  return edits
}

function isGap({ blank, verbatim }: BodyLine): boolean {
  return blank && verbatim === undefined
}

import type { Case } from '../model/case.js'
import type { Block } from '../model/markdown.js'
import type { Range } from '../model/range.js'
import type { Edit, Step } from './step.js'
import { type Line, LinesOfBlocks, linesFrom, trimmedEnd, verbatimBlocks } from './text-lines.js'

/**
 * Takes away white space at the ends of lines where it says nothing: not in code and HTML, not the
 * two spaces of a hard line break, not in texts over several lines of the front matter.
 */
export const trailingSpace: Step = ({ file: { text }, case: found }) => [
  ...inFields(text, found),
  ...inBody(text, found),
]

function inFields(text: string, found: Case): Edit[] {
  const kept = textsOverLines(text, found)
  return linesFrom(text.slice(0, found.frontMatter.end), found.frontMatter.start)
    .filter(line => !kept.some(at => at.start < line.next && line.start < at.end))
    .flatMap(line => strip(text, line))
}

/** Where the values stand that reach over more than one line and hold no others. */
function textsOverLines(text: string, { fields }: Case): Range[] {
  const groups = new Set([...fields.keys()].map(pointer => pointer.slice(0, pointer.lastIndexOf('/'))))
  return [...fields]
    .filter(([pointer]) => !groups.has(pointer))
    .map(([, { value }]) => value)
    .filter(({ start, end }) => text.slice(start, end).includes('\n'))
}

function inBody(text: string, found: Case): Edit[] {
  const edits: Edit[] = []
  const verbatim = new LinesOfBlocks(verbatimBlocks(found))
  const texts = new LinesOfBlocks(found.body.blocks.filter(isText))
  for (const line of linesFrom(text, found.frontMatter.end)) {
    if (verbatim.at(line) !== undefined) continue
    const block = texts.at(line)
    if (line.blank || (block !== undefined && mayStrip(text, line, block))) edits.push(...strip(text, line))
  }
  return edits
}

function isText({ type }: Block): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'table'
}

function mayStrip(text: string, line: Line, { type, at }: Block): boolean {
  // Without the space behind it a backslash would make a hard line break.
  if (text.charAt(trimmedEnd(text, line.start, line.end) - 1) === '\\') return false
  if (type === 'table' || at.end <= line.end) return true
  // A line break inside a code span, a link or a tag belongs to it.
  return !text.slice(line.start, line.end).endsWith('  ') && !/[`<[]/.test(text.slice(at.start, at.end))
}

function strip(text: string, { start, end }: Line): Edit[] {
  const from = trimmedEnd(text, start, end)
  return from === end ? [] : [{ start: from, end, text: '' }]
}

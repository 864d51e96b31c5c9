import type { YamlList } from '../parse/taxonomy-edit.js'
import { CannotSplice, type Page } from './page.js'

/** The whole lines of one item of a block list, with the comments that belong to it. */
export interface ItemLines {
  readonly start: number
  readonly end: number
  /** Spaces before the dash. */
  readonly column: number
}

/** Offset of the first character of a line. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

/** Offset of the first character of the next line, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed === -1 ? text.length : feed + 1
}

/** The line break that a text uses. */
export function lineBreak(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** Changes a text by whole lines: a last line without a line break has one for the time being. */
export function inWholeLines(text: string, change: (text: string) => string): string {
  if (text.endsWith('\n')) return change(text)
  const newline = lineBreak(text)
  const changed = change(text + newline)
  return changed.endsWith(newline) ? changed.slice(0, -newline.length) : changed
}

/** `nextLine`, where nothing but a comment stands behind `at`. */
export function closeLine(text: string, at: number): number {
  const end = nextLine(text, at)
  if (!/^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text.slice(at, end))) throw new CannotSplice('more on the same line')
  return end
}

/**
 * The lines of an item: from the comments directly above it, as far in as its dash, to the
 * comments below it that are further in.
 *
 *     # about a      ┐
 *     - id: a        │
 *       cap: 3       │
 *       # not more   ┘
 *     # about b
 *     - id: b
 */
export function itemLines({ text }: Page, list: YamlList, index: number): ItemLines {
  const item = list.items[index]
  if (item === undefined || list.flow) throw new CannotSplice('no item of a block list')
  const first = lineStart(text, item.start)
  const prefix = text.slice(first, item.start)
  if (!/^ *- +$/.test(prefix)) throw new CannotSplice('the dash stands elsewhere')
  const column = prefix.indexOf('-')
  const end = commentsBelow(text, closeLine(text, item.end), column)
  return { start: commentsAbove(text, first, column), end, column }
}

/** Where the comment lines begin that stand directly above the line at `first`, indented by `column`. */
export function commentsAbove(text: string, first: number, column: number): number {
  let start = first
  while (start > 0) {
    const above = lineStart(text, start - 1)
    if (commentColumn(text.slice(above, start)) !== column) break
    start = above
  }
  return start
}

/** Where the comment lines end that stand below the line ending at `last` and further in than `column`. */
export function commentsBelow(text: string, last: number, column: number): number {
  let end = last
  for (let at = last; at < text.length; ) {
    const next = nextLine(text, at)
    const line = text.slice(at, next)
    const comment = commentColumn(line)
    if (comment !== undefined && comment > column) end = next
    else if (line.trim() !== '') break
    at = next
  }
  return end
}

/** Spaces before the `#` of a line that is a comment. */
function commentColumn(line: string): number | undefined {
  return /^( *)#/.exec(line)?.[1]?.length
}

/** Takes `column` spaces from the beginning of every line. */
export function dedent(lines: string, column: number): string {
  return mapLines(lines, line => {
    if (line.slice(0, column).trim() === '') return line.slice(column)
    // Only a comment may stand further out than the dash of its item.
    if (!line.trimStart().startsWith('#')) throw new CannotSplice('a line stands further out')
    return line.trimStart()
  })
}

export function indent(lines: string, column: number): string {
  return mapLines(lines, line => ' '.repeat(column) + line)
}

function mapLines(lines: string, change: (line: string) => string): string {
  return lines
    .split('\n')
    .map(line => (line.trim() === '' ? line : change(line)))
    .join('\n')
}

import type {
  BlockContent,
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  List,
  Root,
  RootContent,
} from 'mdast'
import type { Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells } from '../lib/text.js'
import { parseMarkdown } from '../parse/body.js'
import { largest } from './columns.js'
import { type InlineContext, inlinesOf } from './markdown-inline.js'
import { definitionsIn, Footnotes } from './markdown-notes.js'
import { tableLines } from './markdown-table.js'
import { shown } from './shown.js'
import { type Inline, wrap } from './wrap.js'

/** How Markdown is laid out. */
export interface MarkdownView {
  readonly language: Language
  /** Cells of a line. */
  readonly width: number
}

/** Longer lines are hard to read, however wide the screen. */
export const WIDEST = 100

/** Lines below a section's heading stand in by this many cells, as in a manual page. */
const INDENT = 2
/** Nested lists and quotes never get narrower than this; their lines then run over. */
const NARROWEST = 20

/** Lays Markdown out for a terminal: styles are marked, the terminal paints them. */
export function renderMarkdown(markdown: string, view: MarkdownView): string {
  return renderTree(parseMarkdown(markdown), view)
}

/** The same for a tree that was already parsed. */
export function renderTree(root: Root, view: MarkdownView): string {
  const notes = new Footnotes(root)
  const context: InlineContext = {
    language: view.language,
    definitions: definitionsIn(root),
    footnote: identifier => notes.number(identifier),
  }
  const lines: string[] = []
  for (const node of root.children) {
    const indent = node.type === 'heading' && node.depth <= 2 ? 0 : INDENT
    append(lines, indented(block(node, context, view.width - indent), ' '.repeat(indent)), true)
  }
  const noteWidth = view.width - INDENT
  for (const [number, note] of notes.all()) {
    const marker = style.dim(`[${number}]`)
    append(
      lines,
      indented(hang(marker, children(note.children, context, noteWidth - 5, true)), ' '.repeat(INDENT)),
      true,
    )
  }
  return lines.join('\n')
}

function block(node: RootContent, context: InlineContext, width: number): string[] {
  switch (node.type) {
    case 'paragraph':
      return wrap(inlinesOf(node.children, context), width)
    case 'heading':
      return headingLines(node, context, width)
    case 'list':
      return listLines(node, context, width)
    case 'blockquote':
      return indented(children(node.children, context, narrowed(width, 2), true), `${style.dim('│')} `)
    case 'code':
      return codeLines(node)
    case 'table':
      return tableLines(node, context, width)
    case 'thematicBreak':
      return [style.dim('─'.repeat(width))]
    // Comments and other HTML are not for reading; definitions are read where they are used.
    case 'html':
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return []
    // Parts of a list or table, which their own block lays out, and text, which a paragraph holds.
    case 'listItem':
      return children(node.children, context, width, true)
    case 'tableRow':
    case 'tableCell':
      return []
    default:
      return wrap(inlinesOf([node], context), width)
  }
}

/** Blocks one below the other; `apart` sets a blank line between them. */
function children(
  nodes: readonly (BlockContent | Definition | FootnoteDefinition)[],
  context: InlineContext,
  width: number,
  apart: boolean,
): string[] {
  const lines: string[] = []
  for (const node of nodes) append(lines, block(node, context, width), apart)
  return lines
}

function headingLines(
  { depth, children: content }: Heading,
  context: InlineContext,
  width: number,
): string[] {
  const inlines = inlinesOf(content, context, depth === 1 ? ['bold', 'underline'] : ['bold'])
  return wrap(dimAudience(inlines), width)
}

/** `诊断过程 {audience=internal}`: the suffix is a note to the tools and stands back. */
function dimAudience(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1)
  const suffix = last === undefined || last === 'break' ? null : /\s*\{audience=[a-z]+\}\s*$/.exec(last.text)
  if (last === undefined || last === 'break' || suffix === null) return [...inlines]
  const title = { ...last, text: last.text.slice(0, suffix.index) }
  return [...inlines.slice(0, -1), title, { text: suffix[0], styles: ['dim'] }]
}

function listLines(
  { ordered, start, spread, children: items }: List,
  context: InlineContext,
  width: number,
): string[] {
  const first = start ?? 1
  const markers = items.map((item, i) => {
    const task = item.checked === true ? '[x]' : item.checked === false ? '[ ]' : undefined
    if (ordered === true) return `${first + i}.${task === undefined ? '' : ` ${task}`}`
    return task ?? '•'
  })
  const room = largest(markers.map(cells))
  const lines: string[] = []
  for (const [i, item] of items.entries()) {
    const apart = item.spread === true
    const content = children(item.children, context, narrowed(width, room + 1), apart)
    append(lines, hang((markers[i] ?? '').padStart(ordered === true ? room : 0), content), spread === true)
  }
  return lines
}

function codeLines({ value }: Code): string[] {
  return shown(value)
    .split('\n')
    .map(line => (line === '' ? '' : `  ${style.cyan(line)}`))
}

/** Sets a marker before the first line and the others in by its width. */
function hang(marker: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [marker]
  const space = ' '.repeat(cells(marker) + 1)
  return lines.map((line, i) => (i === 0 ? `${marker} ${line}` : line === '' ? '' : space + line))
}

function indented(lines: readonly string[], prefix: string): string[] {
  return lines.map(line => (line === '' ? prefix.trimEnd() : prefix + line))
}

function append(lines: string[], more: readonly string[], apart: boolean): void {
  if (apart && lines.length > 0 && more.length > 0) lines.push('')
  // Not `push(...more)`: a code block may have more lines than a call takes arguments.
  for (const line of more) lines.push(line)
}

function narrowed(width: number, by: number): number {
  return Math.max(NARROWEST, width - by)
}

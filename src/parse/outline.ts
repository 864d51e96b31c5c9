import type { Nodes, Root, Table } from 'mdast'
import type { Block, BlockType, Fence, Outline, Prose, Run } from '../model/markdown.js'
import type { Range } from '../model/range.js'
import { splitTitle } from './headings.js'
import { literalRuns } from './literal-runs.js'

const TYPES: Readonly<Partial<Record<Nodes['type'], BlockType>>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  listItem: 'item',
  table: 'table',
  code: 'code',
  blockquote: 'quote',
  html: 'html',
  thematicBreak: 'break',
}

/** The blocks of a syntax tree and the prose in them, with their places in the text of the file. */
export function outlineOf(root: Root, text: string, rangeOf: (node: Nodes) => Range): Outline {
  const outliner = new Outliner(text, rangeOf)
  for (const node of root.children) outliner.block(node, -1)
  return outliner
}

class Outliner implements Outline {
  readonly blocks: Block[] = []
  readonly prose: Prose[] = []
  readonly #text: string
  readonly #rangeOf: (node: Nodes) => Range

  constructor(text: string, rangeOf: (node: Nodes) => Range) {
    this.#text = text
    this.#rangeOf = rangeOf
  }

  block(node: Nodes, parent: number): void {
    const type = TYPES[node.type]
    const index = type === undefined ? parent : this.blocks.length
    if (type !== undefined) {
      this.blocks.push({ type, at: this.#rangeOf(node), parent, ...this.#details(node) })
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      this.#addProse(node, index)
    } else if ('children' in node) {
      for (const child of node.children) this.block(child, index)
    }
  }

  #details(node: Nodes): Partial<Block> {
    if (node.type === 'heading') return { depth: node.depth }
    if (node.type === 'list') return node.ordered === true ? { first: node.start ?? 1 } : {}
    if (node.type === 'table') return { rows: rowsOf(node) }
    if (node.type !== 'code') return {}
    const fence = fenceOf(this.#text, this.#rangeOf(node), node.lang ?? '')
    return fence === undefined ? {} : { fence }
  }

  #addProse(node: Nodes, block: number): void {
    const runs: Run[] = []
    this.#collect(node, runs)
    const last = runs.at(-1)
    if (node.type === 'heading' && last !== undefined) {
      const { title } = splitTitle(last.text)
      runs.pop()
      if (title !== '') runs.push({ text: title, start: last.start })
    }
    if (runs.length > 0) this.prose.push({ block, runs })
  }

  #collect(node: Nodes, runs: Run[]): void {
    if (node.type === 'text') {
      const { start, end } = this.#rangeOf(node)
      // One by one: there may be more than a call takes arguments.
      for (const run of literalRuns(this.#text, start, end, node.value)) runs.push(run)
    } else if ('children' in node && !this.#isBareAddress(node)) {
      for (const child of node.children) this.#collect(child, runs)
    }
  }

  /** `<https://…>`, or an address that GitHub makes a link of by itself. */
  #isBareAddress(node: Nodes): boolean {
    return node.type === 'link' && this.#text[this.#rangeOf(node).start] !== '['
  }
}

/** The fence of the code that stands at a place of a file; undefined where indentation marks it. */
export function fenceOf(text: string, { start, end, column }: Range, language: string): Fence | undefined {
  const lines = text.slice(start, end).split(/\r?\n/)
  const marker = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0]
  if (marker === undefined) return undefined
  const closed = lines.length > 1 && closes(lines.at(-1) ?? '', marker, column - 1)
  return { marker, language, closed }
}

/**
 * True for the line that closes a fence: as many marks or more, at most three spaces deeper than what
 * the block stands in (CommonMark 4.5). In a quote the depth is not looked at.
 */
function closes(line: string, marker: string, indent: number): boolean {
  const before = /^[\s>]*/.exec(line)?.[0] ?? ''
  const marks = line.slice(before.length).trimEnd()
  if (!before.includes('>') && before.replaceAll('\t', '    ').length - indent > 3) return false
  return marks.length >= marker.length && marks === marker.slice(0, 1).repeat(marks.length)
}

function rowsOf(table: Table): number[] {
  return table.children.map(row => row.children.length)
}

import type { Nodes } from 'mdast'
import { parseMarkdown } from './body.js'

/** A block at the top level of a body: what it says, without its place. */
export interface TopNode {
  /** Headings: 1 to 6. */
  readonly depth?: number
  /** HTML: as it is written. */
  readonly html?: string
  /** What stands in it to the letter: code, also within lines, and HTML. */
  readonly verbatim: readonly string[]
  /** Everything that the parser reads in it, as JSON. */
  readonly content: string
}

/**
 * The blocks at the top level of Markdown with everything that is read in them but their places:
 * two texts that give the same say the same to every reader.
 */
export function topNodes(markdown: string): TopNode[] {
  return parseMarkdown(markdown).children.map(node => ({
    ...(node.type === 'heading' ? { depth: node.depth } : {}),
    ...(node.type === 'html' ? { html: node.value } : {}),
    verbatim: verbatimIn(node),
    content: JSON.stringify(node, withoutPlaces),
  }))
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value
}

function verbatimIn(node: Nodes): string[] {
  if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html') return [node.value]
  return 'children' in node ? node.children.flatMap(verbatimIn) : []
}

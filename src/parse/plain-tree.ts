import type { Nodes } from 'mdast'
import { parseMarkdown } from './body.js'

/** A node of Markdown by the names of CommonMark and GFM: what it says, without its place and its form. */
export interface PlainNode {
  readonly type: string
  /** Depth of a heading, target of a link …, by name; what is not there is left out. */
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly (string | null)[]>>
  /** Of text, code and HTML. */
  readonly value?: string
  readonly children: readonly PlainNode[]
}

// What counts of each node. How a list is marked or spaced, how a link refers, which fence closes a
// block: form, that nobody reads.
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  heading: ['depth'],
  code: ['lang', 'meta'],
  list: ['ordered', 'start'],
  listItem: ['checked'],
  table: ['align'],
  link: ['url', 'title'],
  image: ['url', 'title', 'alt'],
  definition: ['identifier', 'url', 'title'],
  linkReference: ['identifier'],
  imageReference: ['identifier', 'alt'],
  footnoteDefinition: ['identifier'],
  footnoteReference: ['identifier'],
}

/** The blocks of Markdown as a tree of words and structure. */
export function plainTree(markdown: string): PlainNode[] {
  return parseMarkdown(markdown).children.map(plainNode)
}

function plainNode(node: Nodes): PlainNode {
  const values = node as unknown as Readonly<Record<string, unknown>>
  const known = ATTRIBUTES[node.type] ?? []
  const attributes = Object.fromEntries(
    known.flatMap(name => (isAttribute(values[name]) ? [[name, values[name]]] : [])),
  )
  return {
    type: node.type,
    attributes,
    ...('value' in node ? { value: node.value } : {}),
    children: 'children' in node ? node.children.map(plainNode) : [],
  }
}

function isAttribute(value: unknown): value is PlainNode['attributes'][string] {
  return value !== null && value !== undefined
}

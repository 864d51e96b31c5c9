import type { Nodes } from 'mdast'
import { parseMarkdown } from './body.js'
import { fastPlainTree } from './fast-tree.js'
import type { PlainNode } from './plain-node.js'

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
  return fastPlainTree(markdown) ?? parsedTree(markdown)
}

/** The same from remark alone. */
export function parsedTree(markdown: string): PlainNode[] {
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

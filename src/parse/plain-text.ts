import type { Nodes } from 'mdast'

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableRow',
  'code',
  'blockquote',
  'thematicBreak',
])

/**
 * The words of Markdown without its markup: blocks on lines of their own, table cells apart,
 * code and alternative texts kept, HTML dropped.
 */
export function plainText(nodes: readonly Nodes[]): string {
  const out: string[] = []
  for (const node of nodes) write(node, out)
  const lines = out.join('').split('\n')
  return lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')
}

function write(node: Nodes, out: string[]): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') out.push(node.value)
  else if (node.type === 'image' || node.type === 'imageReference') out.push(node.alt ?? '')
  else if (node.type === 'break') out.push('\n')
  else if ('children' in node) for (const child of node.children) write(child, out)
  if (node.type === 'tableCell') out.push(' ')
  if (BLOCKS.has(node.type)) out.push('\n')
}

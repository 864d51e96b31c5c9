import type { BlockMark, ProseMark } from './fast-places.js'
import { proseNodes } from './fast-tree-prose.js'
import type { PlainNode } from './plain-node.js'

type Side = 'left' | 'right' | 'center' | null

/**
 * The rows of a table and its columns' sides; undefined where rows differ in their number of cells or
 * a cell holds more than plain prose.
 * @param cells of the table, in the order of the text
 */
export function tableNodes(
  { start, rows = [] }: BlockMark,
  cells: readonly ProseMark[],
  markdown: string,
): { readonly attributes: PlainNode['attributes']; readonly children: PlainNode[] } | undefined {
  const width = rows[0] ?? 0
  if (rows.some(count => count !== width) || cells.length !== width * rows.length) return undefined
  const children: PlainNode[] = []
  for (let at = 0; at < cells.length; at += width) {
    const row = cells.slice(at, at + width).map(cellNode)
    if (!row.every(cell => cell !== undefined)) return undefined
    children.push({ type: 'tableRow', attributes: {}, children: row })
  }
  return { attributes: { align: sidesOf(markdown, start) }, children }
}

function cellNode(mark: ProseMark): PlainNode | undefined {
  const children = proseNodes(mark)
  return children && { type: 'tableCell', attributes: {}, children }
}

/** By the colons in the line below the one at `start`. */
function sidesOf(markdown: string, start: number): Side[] {
  const line = markdown.indexOf('\n', start) + 1
  const stop = markdown.indexOf('\n', line)
  const row = markdown.slice(line, stop === -1 ? undefined : stop).trim()
  return row.split('|').slice(1, -1).map(sideOf)
}

function sideOf(rule: string): Side {
  const text = rule.trim()
  if (text.endsWith(':')) return text.startsWith(':') ? 'center' : 'right'
  return text.startsWith(':') ? 'left' : null
}

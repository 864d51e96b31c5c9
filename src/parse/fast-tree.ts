import { holdsBareLink } from './fast-bare-links.js'
import { scanBody } from './fast-body.js'
import type { BlockMark, ProseMark } from './fast-places.js'
import { proseNodes } from './fast-tree-prose.js'
import { tableNodes } from './fast-tree-table.js'
import type { PlainNode } from './plain-node.js'

// As for places: what is longer is the parser's, with its limits.
const MAX_LENGTH = 32 * 1024

/** A node while its children come. */
interface Growing extends PlainNode {
  readonly children: PlainNode[]
}

/**
 * The tree of `plainTree` in a tenth of the time, of Markdown in the plain part of the language without
 * tasks, images, bare addresses and code inside lists; undefined where only remark can tell.
 */
export function fastPlainTree(markdown: string): PlainNode[] | undefined {
  if (markdown.length > MAX_LENGTH) return undefined
  const scanned = scanBody(markdown, 0)
  if (scanned === undefined) return undefined
  const { blocks, prose } = scanned.places
  if (prose.some(holdsBareLink)) return undefined
  const roots: PlainNode[] = []
  const nodes: Growing[] = []
  for (const mark of blocks) {
    const node = mark.type === 'table' ? tableOf(mark, nodes.length, prose, markdown) : nodeOf(mark, markdown)
    if (node === undefined) return undefined
    nodes.push(node)
    ;(nodes[mark.parent]?.children ?? roots).push(node)
  }
  return prose.every(mark => addProse(mark, nodes[mark.block])) ? roots : undefined
}

function tableOf(
  mark: BlockMark,
  block: number,
  prose: readonly ProseMark[],
  markdown: string,
): Growing | undefined {
  const cells = prose.filter(cell => cell.block === block)
  const table = tableNodes(mark, cells, markdown)
  return table && { type: 'table', ...table }
}

/** Prose of a table stands in its cells already. */
function addProse(mark: ProseMark, node: Growing | undefined): boolean {
  if (node?.type === 'table') return true
  const found = proseNodes(mark)
  if (found === undefined || node === undefined) return false
  node.children.push(...found)
  return true
}

function nodeOf(mark: BlockMark, markdown: string): Growing | undefined {
  const { type, number } = mark
  switch (type) {
    case 'heading':
      return number === undefined ? undefined : { type, attributes: { depth: number }, children: [] }
    case 'paragraph':
      return { type, attributes: {}, children: [] }
    case 'list': {
      const attributes = number === undefined ? { ordered: false } : { ordered: true, start: number }
      return { type, attributes, children: [] }
    }
    case 'item':
      return { type: 'listItem', attributes: {}, children: [] }
    case 'quote':
      return { type: 'blockquote', attributes: {}, children: [] }
    case 'break':
      return { type: 'thematicBreak', attributes: {}, children: [] }
    case 'html':
      return html(mark, markdown)
    case 'code':
      return fencedCode(mark, markdown)
    default:
      return undefined
  }
}

/** Comments at the margin. */
function html({ start, end, parent }: BlockMark, markdown: string): Growing | undefined {
  if (parent !== -1 || markdown[start] !== '<') return undefined
  return { type: 'html', attributes: {}, value: markdown.slice(start, end), children: [] }
}

/** Code between fences at the margin, whose info string is read as it is written. */
function fencedCode({ start, end, parent, info }: BlockMark, markdown: string): Growing | undefined {
  if (parent !== -1 || info === undefined || (start > 0 && markdown[start - 1] !== '\n')) return undefined
  const lines = markdown.slice(start, end).split('\n')
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0]
  const last = lines.at(-1) ?? ''
  const closed = fence !== undefined && lines.length > 1 && last.startsWith(fence) && isRun(last)
  // What Markdown takes for white space are spaces and tabs alone.
  if (!closed || /[\\&]|[^\S ]/.test(info)) return undefined
  const [, lang = '', meta = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec((lines[0] ?? '').slice(fence.length)) ?? []
  const attributes = { ...(lang === '' ? {} : { lang }), ...(meta === '' ? {} : { meta }) }
  return { type: 'code', attributes, value: lines.slice(1, -1).join('\n'), children: [] }
}

/** True for one sign again and again, with spaces behind it. */
function isRun(line: string): boolean {
  const text = line.replace(/ +$/, '')
  return text !== '' && [...text].every(char => char === text[0])
}

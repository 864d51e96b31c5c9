import type { Nodes } from 'mdast'

/** The byte order mark, U+FEFF. */
export const MARK = '\ufeff'

/**
 * Moves the places of a tree by the mark that its text begins with: the parser skips one and counts
 * from the character behind it.
 */
export function countMark(root: Nodes): void {
  const moved = new Set<object>()
  const move = (node: Nodes): void => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point === undefined || moved.has(point)) continue
      moved.add(point)
      if (point.offset !== undefined) point.offset += 1
      if (point.line === 1) point.column += 1
    }
    if ('children' in node) for (const child of node.children) move(child)
  }
  move(root)
}

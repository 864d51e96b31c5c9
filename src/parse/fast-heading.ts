import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'
import type { ProseMark } from './fast-places.js'

const HEADING = /(#{1,6})(?: +|(?=\n)|$)/y

export interface FastHeading {
  readonly depth: number
  readonly text: string
  readonly prose: ProseMark
}

/**
 * The heading that the line is: undefined for none, false for one that is beyond the subset.
 * @param block the index that it will have
 */
export function headingAt(cursor: LineCursor, block: number): FastHeading | false | undefined {
  const found = cursor.find(HEADING)
  if (found === undefined) return undefined
  cursor.at += found[0].length
  const prose: ProseMark = { block, source: cursor.rest(), start: cursor.at }
  const text = cursor.marked() ? inlineText(prose) : prose.source
  // Signs at the end close the heading, or do not.
  if (text === undefined || prose.source.endsWith('#')) return false
  return { depth: found[1]?.length ?? 0, text, prose }
}

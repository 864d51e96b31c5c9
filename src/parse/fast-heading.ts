import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'
import type { ProseMark } from './fast-places.js'

const SIGN = 0x23
const MAX_DEPTH = 6

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
  const { at, text: whole, stop } = cursor
  let depth = 0
  while (whole.charCodeAt(at + depth) === SIGN) depth++
  const begins = depth > 0 && depth <= MAX_DEPTH
  if (!begins || (at + depth < stop && whole.charCodeAt(at + depth) !== 0x20)) return undefined
  cursor.at = at + depth
  cursor.skipSpaces()
  const prose: ProseMark = { block, source: cursor.rest(), start: cursor.at }
  const text = cursor.marked() ? inlineText(prose) : prose.source
  // Signs at the end close the heading, or do not.
  if (text === undefined || prose.source.endsWith('#')) return false
  return { depth, text, prose }
}

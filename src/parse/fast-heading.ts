import { inlineText } from './fast-inline.js'
import type { LineCursor } from './fast-lines.js'

const HEADING = /(#{1,6})(?: +|(?=\n)|$)/y

/** The heading that the line is: undefined for none, false for one that is beyond the subset. */
export function headingAt(cursor: LineCursor): { depth: number; text: string } | false | undefined {
  const found = cursor.find(HEADING)
  if (found === undefined) return undefined
  cursor.at += found[0].length
  const marked = cursor.marked()
  const source = cursor.rest()
  const text = marked ? inlineText(source) : source
  // Signs at the end close the heading, or do not.
  if (text === undefined || source.endsWith('#')) return false
  return { depth: found[1]?.length ?? 0, text }
}

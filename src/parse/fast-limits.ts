import { LineIndex } from '../model/range.js'
import { checkBodyLimits } from './body-limits.js'
import type { LineCursor } from './fast-lines.js'

// Bodies below these hold no more lines, blocks or marks than the parser bears.
const MAX_LENGTH = 8000
const MAX_LINES = 240
const MAX_EMPHASIS = 2000
const MAX_SIGNS = 100
const SIGNS = '!"\'&)*,.:;<?_~]'
const EMPHASIS = new Set(['*', '[', ']', '_', '~'].map(sign => sign.charCodeAt(0)))

/**
 * True when a body whose lines the cursor has gone through passes a limit of `checkBodyLimits`. That is asked
 * only where a bound that costs next to nothing leaves a doubt.
 */
export function passesLimit(cursor: LineCursor, bodyStart: number): boolean {
  const { text } = cursor
  const length = text.length - bodyStart
  const doubtful =
    cursor.doubtful ||
    cursor.count > MAX_LINES ||
    length > MAX_LENGTH ||
    hasLongRow(text, bodyStart) ||
    (length > MAX_EMPHASIS && countEmphasis(text, bodyStart) > MAX_EMPHASIS)
  return doubtful && checkBodyLimits(text, bodyStart, new LineIndex(text)).length > 0
}

/** True for a hundred signs in a row: one of them stands at a multiple of a hundred. */
function hasLongRow(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += MAX_SIGNS) {
    if (!SIGNS.includes(text.charAt(at))) continue
    let start = at
    let end = at + 1
    while (start > from && SIGNS.includes(text.charAt(start - 1))) start--
    while (end < text.length && SIGNS.includes(text.charAt(end))) end++
    if (end - start >= MAX_SIGNS) return true
  }
  return false
}

function countEmphasis(text: string, from: number): number {
  let count = 0
  for (let at = from; at < text.length; at++) if (EMPHASIS.has(text.charCodeAt(at))) count++
  return count
}

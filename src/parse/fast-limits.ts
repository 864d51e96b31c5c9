import { LineIndex } from '../model/range.js'
import { checkBodyLimits } from './body-limits.js'

// Bodies below these hold no more lines, blocks or marks than the parser bears.
const MAX_LENGTH = 8000
const MAX_LINES = 240
const MAX_LINE_MARKERS = 8
const MAX_SPACES = 40
const MAX_EMPHASIS = 2000
const MAX_SIGNS = 100

const SIGN = 1
const EMPHASIS = 2
const KINDS = kindsOf('!"\'&)*,.:;<?_~]', '*[]_~')

/**
 * True when a body is surely below every limit of `checkBodyLimits`, by bounds that cost next to
 * nothing.
 */
export function isSurelyWithinLimits(text: string, bodyStart: number): boolean {
  const length = text.length - bodyStart
  if (length > MAX_LENGTH || text.includes('\r', bodyStart) || text.includes('[^', bodyStart)) return false
  let lines = 0
  for (let at = bodyStart; at < text.length && at !== -1; lines++) {
    if (isDoubtfulLine(text, at)) return false
    const feed = text.indexOf('\n', at)
    at = feed === -1 ? -1 : feed + 1
  }
  return (
    lines <= MAX_LINES &&
    !hasLongRow(text, bodyStart) &&
    (length <= MAX_EMPHASIS || countEmphasis(text, bodyStart) <= MAX_EMPHASIS)
  )
}

/** True when a body passes a limit. `checkBodyLimits` is asked only where there is doubt. */
export function passesLimit(text: string, bodyStart: number): boolean {
  if (isSurelyWithinLimits(text, bodyStart)) return false
  return checkBodyLimits(text, bodyStart, new LineIndex(text)).length > 0
}

/** True where white space, or what might be markers, goes on for long at the start of a line. */
function isDoubtfulLine(text: string, start: number): boolean {
  let markers = 0
  let spaces = 0
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at)
    // Space and tab.
    if (code === 0x20 || code === 0x09) spaces++
    // `>`, `-`, `+`, `*`, and `.`, `)` behind a number.
    else if (code === 0x3e || code === 0x2d || code === 0x2b || code === 0x2a) markers++
    else if (code === 0x2e || code === 0x29) markers++
    else if (!(code >= 0x30 && code <= 0x39)) return false
    if (markers > MAX_LINE_MARKERS || spaces > MAX_SPACES) return true
  }
}

/** True for a hundred signs in a row: one of them stands at a multiple of a hundred. */
function hasLongRow(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += MAX_SIGNS) {
    if (!is(SIGN, text, at)) continue
    let start = at
    let end = at + 1
    while (start > from && is(SIGN, text, start - 1)) start--
    while (end < text.length && is(SIGN, text, end)) end++
    if (end - start >= MAX_SIGNS) return true
  }
  return false
}

function countEmphasis(text: string, from: number): number {
  let count = 0
  for (let at = from; at < text.length; at++) if (is(EMPHASIS, text, at)) count++
  return count
}

function is(kind: number, text: string, at: number): boolean {
  return ((KINDS[text.charCodeAt(at)] ?? 0) & kind) !== 0
}

function kindsOf(signs: string, emphasis: string): Uint8Array {
  const kinds = new Uint8Array(128)
  const mark = (chars: string, kind: number): void => {
    for (const char of chars) kinds[char.charCodeAt(0)] = (kinds[char.charCodeAt(0)] ?? 0) | kind
  }
  mark(signs, SIGN)
  mark(emphasis, EMPHASIS)
  return kinds
}

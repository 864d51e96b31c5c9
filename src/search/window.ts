import { cells, plainWidth } from '../lib/text.js'

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const SENTENCE_END = /[。！？!?；;\n]/
const BORDER = /[\s。！？!?；;，,、：:（）()“”"]/
const PUNCTUATION = /[\u2010-\u2027\u3000-\u3003\u3008-\u3011\uff01-\uff0f\uff1a-\uff20]/
const CONNECTOR = /[-_.:/'’]/

function widthOf(char: string): number {
  return (char.length === 1 ? plainWidth(char.charCodeAt(0)) : undefined) ?? cells(char)
}

/** True when a stretch of text takes more than `most` terminal cells: looks no further than it has to. */
export function isWider(text: string, start: number, end: number, most: number): boolean {
  let used = 0
  for (let at = start; at < end; at++) {
    const width = plainWidth(text.charCodeAt(at))
    if (width === undefined) return cells(text.slice(start, end)) > most
    used += width
    if (used > most) return true
  }
  return false
}

/**
 * Widens a stretch of text to at most `width` terminal cells, two of them kept for ellipses. It
 * begins where the sentence does if that leaves room for what follows, else at a border, and never
 * inside a word.
 */
export function windowAround(text: string, core: Span, width: number): Span {
  const room = width - 2 - cells(text.slice(core.start, core.end))
  const sentence = sentenceStart(text, core.start, width)
  const near = cells(text.slice(sentence, core.start)) <= (room * 2) / 3
  const start = near ? sentence : reach(text, core.start, -1, room / 3)
  const left = width - 2 - cells(text.slice(start, core.end))
  return { start, end: reach(text, core.end, 1, left) }
}

/** True where a reader would not miss what stands before the offset. */
export function opensSentence(text: string, offset: number): boolean {
  if (offset === 0) return true
  // Nearly every character ends nothing.
  if (isLetter(text.charCodeAt(offset - 1))) return false
  const before = text.slice(Math.max(0, offset - 2), offset)
  return SENTENCE_END.test(before.trimEnd().slice(-1)) || /\.\s$/.test(before) || before.endsWith('\n')
}

function isLetter(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
}

function sentenceStart(text: string, from: number, limit: number): number {
  let at = from
  while (at > 0 && from - at < limit && !opensSentence(text, at)) at--
  return at
}

/**
 * The furthest place that `room` cells allow: after a punctuation mark or space, or at the last place
 * that is not inside a word. Forwards, the mark must lie in the second half of the room.
 */
function reach(text: string, from: number, step: 1 | -1, room: number): number {
  let border: number | undefined
  let anywhere = from
  let used = 0
  let at = from
  for (;;) {
    if (!isInWord(text, at)) anywhere = at
    if (BORDER.test(text[at - 1] ?? ' ') && (step === -1 || used >= room / 2)) border = at
    const next = step === 1 ? text.codePointAt(at) : lastCodePoint(text, at)
    if (next === undefined) return at
    const char = String.fromCodePoint(next)
    used += widthOf(char)
    if (used > room) return border ?? anywhere
    at += step * char.length
  }
}

function lastCodePoint(text: string, end: number): number | undefined {
  return [...text.slice(Math.max(0, end - 2), end)].at(-1)?.codePointAt(0)
}

/** True when an offset lies inside a word, a code, a number or an address: E-1203, 192.168.1.0/24. */
function isInWord(text: string, offset: number): boolean {
  const before = String.fromCodePoint(lastCodePoint(text, offset) ?? 0x20)
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0x20)
  if (isWordy(before)) return isWordy(after) || (CONNECTOR.test(after) && isWordy(text[offset + 1] ?? ' '))
  return CONNECTOR.test(before) && isWordy(after) && isWordy(text[offset - 2] ?? ' ')
}

function isWordy(char: string): boolean {
  const code = char.charCodeAt(0)
  // Nearly every character: the classes of Unicode cost fifty times as much, and time to compile.
  if (code >= 0x4e00 && code <= 0x9fff) return false
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  if (PUNCTUATION.test(char)) return false
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
  return /[\p{L}\p{N}\p{M}]/u.test(char) && !unspaced.test(char)
}

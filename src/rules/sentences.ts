import { HARD_BREAK, LEFT_OUT } from './prose-text.js'

/** A sentence within a text: `end` exclusive, its end mark within. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

const END = new RegExp(
  String.raw`[。！？；]+[”’」』）)]*|[.!?]["”’)]*(?=\s{1,3}["“(\[]?[A-Z\d\p{Script=Han}${LEFT_OUT}]|\s*$)|${HARD_BREAK}`,
  'gu',
)
// What a full stop shortens, and the initial of a name; `3.3 V.` is no initial.
const ABBREVIATED =
  /(?:^|[\s("“])(?:e\.g|i\.e|etc|vs|cf|approx|no|nos|fig|sec|ch|vol|dr|mr|mrs|ms|inc|ltd|co|st)$/i
const INITIAL = /(?:^|[^\d\s][\s("“])[A-Z]$/

/**
 * The sentences of one block of prose. Chinese ones end with 。！？；, others with a full stop,
 * exclamation or question mark before a space and a capital, a digit or Han, or at the end.
 */
export function* sentencesOf(text: string): Iterable<Sentence> {
  let start = 0
  for (const { 0: mark, index } of text.matchAll(END)) {
    if (mark.startsWith('.') && isAbbreviated(text.slice(Math.max(0, index - 8), index))) continue
    if (index > start) yield trimmed(text, start, index + mark.length)
    start = index + mark.length
  }
  if (text.slice(start).trim() !== '') yield trimmed(text, start, text.length)
}

function isAbbreviated(before: string): boolean {
  return ABBREVIATED.test(before) || INITIAL.test(before)
}

function trimmed(text: string, start: number, end: number): Sentence {
  const piece = text.slice(start, end)
  return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
}

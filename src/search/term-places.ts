import { type Token, tokenize } from './tokens.js'
import { cutWord } from './word.js'

/** Terms that are looked for: a set of them, or a map from them. */
export interface Wanted {
  has(term: string): boolean
  keys(): Iterable<string>
}

// What folds to itself but for its letter case, and punctuation that folds to no letter, digit or
// connector: in such a line the units stand in the open.
const PLAIN_LINE = /^[\x20-\x7e\u3400-\u4dbf\u4e00-\u9fff，。：；！？（）、“”《》【】—…～→·≥≤±×÷°\u3000]*$/
// What `fold` turns into one other character.
const DASH = /[\u2010-\u2013\u2212]/g
const APOSTROPHE = /[\u2018\u2019]/g
// ℃ folds to °C: a letter by itself where no other follows.
const DEGREES = /[℃℉](?![\w.'-])/g
const JOINED_BREAK = /\n[\p{M}\u1160-\u11ff\uff9e\uff9f]/u
const UNIT = /([\u3400-\u4dbf\u4e00-\u9fff]+)|[A-Za-z0-9]+(?:[-_.'][A-Za-z0-9]+)*/g
const WORD = /^[a-z]+$/

/**
 * Where the terms stand in a text: what `tokenize` gives, filtered, in the order of the text.
 * Lines of plain Chinese and English, nearly all there are, cost a tenth of cutting them.
 */
export function placesOf(text: string, wanted: Wanted): Token[] {
  const places: Token[] = []
  const initials = new Set([...wanted.keys()].map(term => term.charAt(0)))
  if (initials.size === 0) return places
  // A mark joins the character before it, be it a line break.
  if (JOINED_BREAK.test(text)) return tokenize(text).filter(({ term }) => wanted.has(term))
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    const line = text.slice(start, end)
    const open = openLine(line, wanted)
    if (PLAIN_LINE.test(open)) findPlain(open, start, wanted, initials, places)
    else {
      for (const { term, start: from, end: to } of tokenize(line)) {
        if (wanted.has(term)) places.push({ term, start: start + from, end: start + to })
      }
    }
    start = end + 1
  }
  return places
}

/** The line with its commonest characters that fold already folded, at their places. */
function openLine(line: string, wanted: Wanted): string {
  const open = line.replace(DASH, '-').replace(APOSTROPHE, "'")
  return wanted.has('c') || wanted.has('f') ? open : open.replace(DEGREES, '°')
}

function findPlain(
  line: string,
  offset: number,
  wanted: Wanted,
  initials: ReadonlySet<string>,
  places: Token[],
): void {
  const add = (term: string, start: number, end: number): void => {
    if (wanted.has(term)) places.push({ term, start: offset + start, end: offset + end })
  }
  for (const { 0: found, 1: run, index } of line.matchAll(UNIT)) {
    if (run === undefined) {
      const word = found.toLowerCase()
      // A stem begins as its word does.
      if (WORD.test(word) && !initials.has(word.charAt(0))) continue
      const { exact, parts } = cutWord(word)
      for (const piece of [...exact, ...parts]) add(piece.term, index + piece.start, index + piece.end)
      continue
    }
    for (let i = 0; i + 1 < run.length; i++) {
      if (initials.has(run.charAt(i))) add(run.slice(i, i + 2), index + i, index + i + 2)
    }
    add(run.slice(-1), index + run.length - 1, index + run.length)
  }
}

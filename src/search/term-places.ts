import { isOpen } from './fold.js'
import { type Token, tokenize } from './tokens.js'
import { cutWord } from './word.js'

/** Terms that are looked for: a set of them, or a map from them. */
export interface Wanted {
  has(term: string): boolean
  keys(): Iterable<string>
}

// What `fold` turns into one other character.
const DASH = /[\u2010-\u2013\u2212]/g
const APOSTROPHE = /[\u2018\u2019]/g
// ℃ folds to °C: a letter by itself where no other follows.
const DEGREES = /[℃℉](?![\w.'-])/g
const FOLDING = /[\u2010-\u2013\u2212\u2018\u2019℃℉]/
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/
const UNIT = /[A-Za-z0-9]+(?:[-_.'][A-Za-z0-9]+)*/g
const MIXED = /[^A-Za-z]/

/**
 * Where the terms stand in a text: what `tokenize` gives, filtered, in the order of the text.
 * Texts of plain Chinese and English, nearly all there are, cost a small part of cutting them.
 */
export function placesOf(text: string, wanted: Wanted): Token[] {
  const sought = soughtOf(wanted)
  const open = openText(text, wanted)
  // Its characters fold to themselves, their small letters, or what is no letter, digit or connector.
  if (isOpen(open)) return placesIn(open, 0, sought)
  // A mark joins the character before it, be it a line break.
  if (/\n[\p{M}\u1160-\u11ff\uff9e\uff9f]/u.test(text))
    return tokenize(text).filter(({ term }) => wanted.has(term))
  const places: Token[] = []
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed
    const line = text.slice(start, end)
    const openLine = openText(line, wanted)
    if (isOpen(openLine)) places.push(...placesIn(openLine, start, sought))
    else {
      for (const { term, start: from, end: to } of tokenize(line)) {
        if (wanted.has(term)) places.push({ term, start: start + from, end: start + to })
      }
    }
    start = end + 1
  }
  return places
}

/** The text with its commonest characters that fold already folded, at their places. */
function openText(text: string, wanted: Wanted): string {
  if (!FOLDING.test(text)) return text
  const open = text.replace(DASH, '-').replace(APOSTROPHE, "'")
  return wanted.has('c') || wanted.has('f') ? open : open.replace(DEGREES, '°')
}

/** The terms by how they stand in a plain text. */
interface Sought {
  /** Two Han characters: in a run wherever they stand side by side. */
  readonly bigrams: readonly string[]
  /** One Han character: the last one of a run. */
  readonly lasts: readonly string[]
  /** How the terms of words begin, in both cases. */
  readonly initials: ReadonlySet<string>
  /** Word → those of its terms that are wanted, with their places in it. */
  readonly words: Map<string, readonly Token[]>
  readonly wanted: Wanted
}

/** The same terms, which nobody changes, are looked for in every text of a page of hits. */
const known = new WeakMap<Wanted, Sought>()

function soughtOf(wanted: Wanted): Sought {
  const before = known.get(wanted)
  if (before !== undefined) return before
  const terms = [...wanted.keys()]
  const han = terms.filter(term => HAN.test(term))
  const others = terms.filter(term => /^(?:[a-z0-9]|$)/.test(term))
  const sought = {
    bigrams: han.filter(({ length }) => length === 2),
    lasts: han.filter(({ length }) => length === 1),
    initials: new Set(others.flatMap(term => [term.charAt(0), term.charAt(0).toUpperCase()])),
    words: new Map(),
    wanted,
  }
  known.set(wanted, sought)
  return sought
}

/** The two kinds of places, each in the order of the text, as one list: no word shares a character with a run. */
function placesIn(text: string, offset: number, sought: Sought): Token[] {
  const runs = placesInRuns(text, offset, sought)
  if (sought.initials.size === 0) return runs
  const words = placesInWords(text, offset, sought)
  if (words.length === 0 || runs.length === 0) return words.length === 0 ? runs : words
  let at = 0
  return words
    .flatMap(word => {
      const from = at
      while ((runs[at]?.start ?? Number.POSITIVE_INFINITY) < word.start) at++
      return [...runs.slice(from, at), word]
    })
    .concat(runs.slice(at))
}

function placesInRuns(text: string, offset: number, { bigrams, lasts }: Sought): Token[] {
  const places: Token[] = []
  for (const term of bigrams) {
    for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1))
      places.push({ term, start: offset + at, end: offset + at + 2 })
  }
  for (const term of lasts) {
    for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1))
      if (!HAN.test(text.charAt(at + 1))) places.push({ term, start: offset + at, end: offset + at + 1 })
  }
  return places.sort((a, b) => a.start - b.start)
}

function placesInWords(text: string, offset: number, sought: Sought): Token[] {
  const places: Token[] = []
  let at = 0
  // The words alone, and then where they stand: half the price of matches with their places.
  for (const found of text.match(UNIT) ?? []) {
    const index = text.indexOf(found, at)
    at = index + found.length
    // A stem begins as its word does.
    if (!sought.initials.has(found.charAt(0)) && !MIXED.test(found)) continue
    for (const { term, start, end } of wantedIn(found, sought))
      places.push({ term, start: offset + index + start, end: offset + index + end })
  }
  return places
}

function wantedIn(found: string, { initials, words, wanted }: Sought): readonly Token[] {
  const before = words.get(found)
  if (before !== undefined) return before
  const word = found.toLowerCase()
  // A part of a compound begins inside it; that of `1203's` is empty.
  const may = initials.has('') || [...word].some(char => initials.has(char))
  const { exact, parts } = may ? cutWord(word) : NO_WORD
  const terms = [...exact, ...parts].filter(({ term }) => wanted.has(term))
  words.set(found, terms)
  return terms
}

const NO_WORD = { exact: [], parts: [] }

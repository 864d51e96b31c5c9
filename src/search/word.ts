import { stem } from './stem.js'

/** A term at an offset of the chunk that it was cut from. */
export interface Piece {
  readonly term: string
  readonly start: number
  readonly end: number
}

/**
 * What one chunk of letters and digits says. `exact` are the spellings of the whole, the last of
 * them the one that every spelling shares; `parts` is what it is also found by.
 *
 *     e-1203        exact e-1203, e1203        parts 1203
 *     net_timeout   exact net_timeout, …       parts net, timeout
 *     over-heating  exact over-heating, overh… parts over, heat
 *     v2.1.3        exact v2.1.3               parts 2.1.3, 2.1
 */
export interface Word {
  readonly kind: 'word' | 'number' | 'compound' | 'code'
  readonly exact: readonly Piece[]
  readonly parts: readonly Piece[]
}

/** Longest term, in UTF-16 code units, in index and query alike: what is longer is cut to it. */
export const MAX_TERM = 32

// Between hyphens, underscores and dots; digits with dots between them stay together.
const SEGMENT = /[^-_.\d]*\d+(?:\.\d+)+[^-_.]*|[^-_.]+/g
const STRETCH = /\p{N}+(?:\.\p{N}+)*|[^\p{N}]+/gu
const NUMBER = /^\p{N}+(?:\.\p{N}+)*$/u
const HEX = /^0x[0-9a-f]+$/
const PLAIN_WORD = /^[a-z]+$/
const PLAIN_NUMBER = /^[0-9]+$/

const NONE: readonly Piece[] = []

/** Cuts a folded chunk `[letters and digits]([-_.'][letters and digits])*` into terms. */
export function cutWord(chunk: string): Word {
  if (PLAIN_WORD.test(chunk)) return { kind: 'word', exact: [piece(stem(cut(chunk)), 0, chunk)], parts: NONE }
  if (PLAIN_NUMBER.test(chunk)) return { kind: 'number', exact: [piece(cut(chunk), 0, chunk)], parts: NONE }
  const whole = clean(chunk)
  const stretches = whole.match(STRETCH) ?? []
  if (!/[-_.]/.test(whole) && stretches.length === 1) {
    return { kind: NUMBER.test(whole) ? 'number' : 'word', exact: [piece(term(chunk), 0, chunk)], parts: [] }
  }
  if (NUMBER.test(whole)) {
    return { kind: 'number', exact: [piece(cut(whole), 0, chunk)], parts: prefixes(whole, 0) }
  }
  const kind = /[\d_]/.test(whole) ? 'code' : 'compound'
  const joined = whole.replace(/[-_]/g, '')
  const exact = [piece(cut(whole), 0, chunk)]
  if (joined !== whole) exact.push(piece(term(joined), 0, chunk))
  return { kind, exact, parts: partsOf(chunk, exact) }
}

/** The words and numbers inside a chunk, without those that say nothing: single letters. */
function partsOf(chunk: string, exact: readonly Piece[]): Piece[] {
  const parts: Piece[] = []
  const add = (found: Piece): void => {
    const single = /^\p{L}$/u.test(found.term)
    if (!single && !exact.some(own => own.term === found.term)) parts.push(found)
  }
  if (HEX.test(chunk)) add({ term: cut(chunk.slice(2)), start: 2, end: chunk.length })
  for (const { 0: segment, index } of chunk.matchAll(SEGMENT)) {
    const stretches = [...segment.matchAll(STRETCH)]
    // 3a2g2 is drawn at random: its letters and digits mean nothing apart.
    const meaningful = stretches.length <= 2 && !HEX.test(segment)
    if (stretches.length > 1) add(piece(cut(clean(segment)), index, segment))
    if (!meaningful) continue
    for (const { 0: stretch, index: offset } of stretches) {
      add(piece(term(stretch), index + offset, stretch))
      for (const prefix of prefixes(stretch, index + offset)) add(prefix)
    }
  }
  return parts
}

/** The shorter versions that a version belongs to: 5.2.6 → 5.2. */
function prefixes(version: string, start: number): Piece[] {
  const found: Piece[] = []
  if (!NUMBER.test(version)) return found
  const first = version.indexOf('.')
  for (
    let at = version.indexOf('.', first + 1);
    at !== -1 && first !== -1;
    at = version.indexOf('.', at + 1)
  ) {
    found.push(piece(cut(version.slice(0, at)), start, version.slice(0, at)))
  }
  return found
}

function piece(value: string, start: number, source: string): Piece {
  return { term: value, start, end: start + source.length }
}

function term(word: string): string {
  return stem(cut(clean(word)))
}

function cut(word: string): string {
  return word.slice(0, MAX_TERM)
}

/** Without the possessive and other apostrophes: customer's → customer, don't → dont. */
function clean(word: string): string {
  return word.includes("'") ? word.replace(/'s$/, '').replaceAll("'", '') : word
}

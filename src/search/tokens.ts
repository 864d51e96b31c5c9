import { fold } from './fold.js'
import { STEMMER } from './stem.js'
import { cutWord, type Piece } from './word.js'

/** A term of the index and where it stands in the original text (UTF-16 code units, `end` exclusive). */
export interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

/**
 * A stretch of text that a reader sees as one: a run of Chinese (or of Kana, or of Hangul), a word, a
 * number, a hyphenated compound or a code.
 */
export interface Unit {
  readonly kind: 'run' | 'word' | 'number' | 'compound' | 'code'
  /** The folded text. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The terms that stand for the whole: every bigram of a run, every spelling of a code. */
  readonly exact: readonly Token[]
  /** The terms that it is also found by: the last character of a run, the parts of a code. */
  readonly parts: readonly Token[]
}

/**
 * Names this way of cutting. An index that was cut in another way is rebuilt, never asked; so
 * whatever changes a term of any text changes the number.
 */
export const TOKENIZER: string = `casectl-1 nfkc han-bigram ${STEMMER}`

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'
// Korean is written with spaces, so Hangul makes runs of its own.
const RUN = `[${CJK}]+|\\p{Script=Hangul}+`
const LETTER = `(?:(?![${CJK}\\p{Script=Hangul}])[\\p{L}\\p{N}\\p{M}])`

interface Patterns {
  readonly unit: RegExp
  readonly onlyRun: RegExp
}

// Compiling the tables of Unicode takes longer than a whole query: only for texts that need them.
let anyPatterns: Patterns | undefined
const PLAIN = /^[\n\x20-\x7e\u4e00-\u9fa5]*$/
const PLAIN_PATTERNS: Patterns = {
  unit: /([\u4e00-\u9fa5]+)|[0-9A-Za-z]+(?:[-_.'][0-9A-Za-z]+)*/g,
  onlyRun: /^[\u4e00-\u9fa5]+$/,
}

/** What finds units in a text: for plain Chinese and English, the same at less cost. */
function patternsFor(text: string): Patterns {
  if (PLAIN.test(text)) return PLAIN_PATTERNS
  anyPatterns ??= {
    unit: new RegExp(`(${RUN})|${LETTER}+(?:[-_.']${LETTER}+)*`, 'gu'),
    onlyRun: new RegExp(`^(?:${RUN})$`, 'u'),
  }
  return anyPatterns
}

/** True for a folded text that is one run. */
export function isRun(text: string): boolean {
  return patternsFor(text).onlyRun.test(text)
}

/** Cuts a folded text at the borders of its runs and at spaces; punctuation stays. */
export function splitRuns(text: string): string[] {
  return text.match(new RegExp(`${RUN}|[^\\s${CJK}\\p{Script=Hangul}]+`, 'gu')) ?? []
}

/** Cuts a text into its units. Never throws; linear in the text's length. */
export function unitsOf(text: string): Unit[] {
  const folded = fold(text)
  const units: Unit[] = []
  for (const match of folded.text.matchAll(patternsFor(folded.text).unit)) {
    const from = match.index
    const place = ({ term, start, end }: Piece): Token => ({
      term,
      start: folded.starts[from + start] ?? 0,
      end: folded.ends[from + end - 1] ?? 0,
    })
    const [found, run] = match
    const { kind, exact, parts } = run === undefined ? cutWord(found) : cutRun(run)
    units.push({
      kind,
      text: found,
      start: folded.starts[from] ?? 0,
      end: folded.ends[from + found.length - 1] ?? 0,
      exact: exact.map(place),
      parts: parts.map(place),
    })
  }
  return units
}

/** Cuts a text into the terms of the index: the one tokenizer of build and query. */
export function tokenize(text: string): Token[] {
  return unitsOf(text).flatMap(unit => [...unit.exact, ...unit.parts])
}

/**
 * 设备停机 → 设备, 备停, 停机 and the last character 机: with it, every character of a run begins a
 * term, so that one character is answered by a prefix.
 */
function cutRun(run: string): { kind: 'run'; exact: Piece[]; parts: Piece[] } {
  const exact: Piece[] = []
  let before = ''
  let at = 0
  for (const char of run) {
    if (before !== '') exact.push({ term: before + char, start: at - before.length, end: at + char.length })
    before = char
    at += char.length
  }
  const last = { term: before, start: at - before.length, end: at }
  return exact.length === 0
    ? { kind: 'run', exact: [last], parts: [] }
    : { kind: 'run', exact, parts: [last] }
}

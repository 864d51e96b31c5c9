import { fold, foldText } from './fold.js'
import { isRun, unitsOf } from './tokens.js'

// What a UTF-16 code unit is to the fast cutter; 0 where that was not yet asked.

/** Ends every unit, whatever stands beside it. */
export const SEPARATOR = 1
/** An ASCII letter or digit. */
export const WORD = 2
/** ASCII that joins two letters into one chunk. */
export const JOINER = 3
/** Han or Kana that folds to itself. */
export const RUN = 4
/** Anything else: the tokenizer decides. */
export const OTHER = 5

const KINDS = new Uint8Array(0x10000)

/** The kind of a code unit, asked of the tokenizer itself and then remembered; the end separates. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return SEPARATOR
  const unit = text.charCodeAt(at)
  return KINDS[unit] || learn(unit)
}

function learn(unit: number): number {
  const kind = classify(String.fromCharCode(unit))
  KINDS[unit] = kind
  return kind
}

function classify(char: string): number {
  if (/[\ud800-\udfff]/.test(char) || joins(char)) return OTHER
  if (/^[0-9A-Za-z]$/.test(char)) return WORD
  if (/^[-_.']$/.test(char)) return JOINER
  if (foldText(char) === char && isRun(`一${char}`)) return RUN
  const units = unitsOf(`x${char}x`)
  return units.length === 2 && units.every(unit => unit.text === 'x') ? SEPARATOR : OTHER
}

/** True for what folds together with the character before it, or to nothing. */
function joins(char: string): boolean {
  return fold(`一${char}`).ends[0] !== 1 || foldText(char) === ''
}

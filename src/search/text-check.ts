import type { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from '../store/document.js'
import { fieldTexts } from './fields.js'
import { foldText, isOpen } from './fold.js'
import type { TextCheck } from './lowered.js'

/** True when one of the fields holds the needle: NFKC, lower case, any white space as one space. */
export function textHolds(document: IndexDocument, check: TextCheck, taxonomy: Taxonomy): boolean {
  const { needle } = check
  const han = HAN.test(needle)
  for (const field of check.fields) {
    for (const text of fieldTexts(document, field, taxonomy)) {
      if (han ? holdsHan(text, needle) : holds(text, needle)) return true
    }
  }
  return false
}

const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/

/** A Han character is what it is folded, and every place beside one is a border: most texts need no folding. */
function holdsHan(text: string, needle: string): boolean {
  return text.includes(needle) || (!isOpen(text) && holds(text, needle))
}

function holds(text: string, needle: string): boolean {
  return contains(foldText(text).replace(/\s+/g, ' '), needle)
}

const ALPHANUMERIC = /[\p{L}\p{N}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Contains as words: "oil cool" is not in "oil cooler"; between Han characters every place is a border. */
function contains(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length
    if (!joins(text, at) && !joins(text, end)) return true
  }
  return false
}

/** True when the characters on both sides of an offset belong to one word. */
function joins(text: string, offset: number): boolean {
  const before = lastOf(text.slice(Math.max(0, offset - 2), offset))
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0x20)
  const inWord = (char: string): boolean => ALPHANUMERIC.test(char) && !UNSPACED.test(char)
  return inWord(before) && inWord(after)
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? ' '
}

/**
 * Judges a case that the terms let through.
 * @param matched the terms by which it was found
 */
export function passes(
  document: IndexDocument,
  checks: readonly TextCheck[],
  matched: () => readonly string[],
  taxonomy: Taxonomy,
): boolean {
  const unproven = new Set<string>()
  for (const check of checks) {
    const held = textHolds(document, check, taxonomy)
    if (check.presence === 'required' && !held) return false
    if (check.presence === 'excluded' && held) return false
    if (check.presence === 'optional' && !held) for (const term of check.terms) unproven.add(term)
  }
  return unproven.size === 0 || matched().some(term => !unproven.has(term))
}

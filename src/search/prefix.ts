import { foldText } from './fold.js'

/** Where a prefix stands in a name: at its start, or at the start of a later word. */
export type PrefixMatch = 'name' | 'word'

/** A typed prefix as names are compared with it: folded, one space between words, none at the ends. */
export function foldPrefix(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

/** A code as all its spellings share it: `E-1203`, `e 1203` and `E1203` are one. */
export function squeeze(text: string): string {
  return foldText(text).replace(/[-_\s]/g, '')
}

/** How a folded name begins with a folded prefix; every Han character begins a word. */
export function matchPrefix(name: string, prefix: string): PrefixMatch | undefined {
  if (prefix === '') return undefined
  for (let at = name.indexOf(prefix); at !== -1; at = name.indexOf(prefix, at + 1)) {
    if (at === 0) return 'name'
    if (beginsWord(name, at)) return 'word'
  }
  return undefined
}

const ALPHANUMERIC = /[\p{L}\p{N}\p{M}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function beginsWord(text: string, at: number): boolean {
  const [before = '', after = ''] = [
    [...text.slice(Math.max(0, at - 2), at)].at(-1),
    [...text.slice(at, at + 2)][0],
  ]
  if (!ALPHANUMERIC.test(before) || UNSPACED.test(before) || UNSPACED.test(after)) return true
  // 1203 begins a word in e1203: codes are known by their digits.
  return /\p{L}/u.test(before) && /\p{N}/u.test(after)
}

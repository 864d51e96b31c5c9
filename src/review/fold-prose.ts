const FULL = '，；：？！。（）'
const HALF = ',;:?!.()'
const HAN = /\p{Script=Han}/u
/** Marks of full width and quotes, beside which Chinese text has no spaces. */
const WIDE = /[，；：？！。（）、“”‘’《》「」『』【】]/u
const WORD = /[A-Za-z0-9]/

/**
 * Prose with one way of spacing and one width of punctuation, so that what `fmt` may change does not
 * count: white space becomes one space and goes beside Han characters and marks; `，；：？！。（）` and
 * full-width letters and digits become those of ASCII. A space between two words of Latin letters or
 * digits stays whatever mark is between: `1. 5` is not `1.5`.
 */
export function foldProse(text: string): string {
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, char => char.normalize('NFKC')).replace(/\s+/gu, ' ')
  const kept = narrow.includes(' ') ? withoutSpaces(narrow) : narrow
  return kept.replace(/[，；：？！。（）]/g, char => HALF[FULL.indexOf(char)] ?? char)
}

/** Without the spaces that say nothing. */
function withoutSpaces(text: string): string {
  let kept = ''
  let from = 0
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', space + 1)) {
    if (isKept(text, space, -1) && isKept(text, space, 1)) continue
    kept += text.slice(from, space)
    from = space + 1
  }
  return kept + text.slice(from)
}

/** Whether what stands on one side of a space lets it be. */
function isKept(text: string, space: number, side: 1 | -1): boolean {
  const code = text.charCodeAt(space + side)
  if (isWord(code) || Number.isNaN(code)) return true
  if (code >= 0x4e00 && code <= 0x9fff) return false
  const beside = side === 1 ? String.fromCodePoint(text.codePointAt(space + 1) ?? 0) : charBefore(text, space)
  if (HAN.test(beside) || WIDE.test(beside) || beside === '(' || beside === ')') return false
  if (!HALF.includes(beside)) return true
  return WORD.test(text.charAt(space + 2 * side)) && WORD.test(text.charAt(space - side))
}

/** True for the code of a letter or digit of ASCII. */
function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
}

/** The character, of one code unit or two, that ends before a place. */
function charBefore(text: string, at: number): string {
  const pair = text.codePointAt(at - 2) ?? 0
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(at - 1)
}

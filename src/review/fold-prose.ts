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
  const kept = [...narrow].filter((char, i, all) => char !== ' ' || isKept(all, i)).join('')
  return kept.replace(/[，；：？！。（）]/g, char => HALF[FULL.indexOf(char)] ?? char)
}

function isKept(chars: readonly string[], space: number): boolean {
  return isKeptBeside(chars, space, -1) && isKeptBeside(chars, space, 1)
}

/** Whether what stands on one side of a space lets it be. */
function isKeptBeside(chars: readonly string[], space: number, side: 1 | -1): boolean {
  const beside = chars[space + side] ?? ''
  if (HAN.test(beside) || WIDE.test(beside) || beside === '(' || beside === ')') return false
  if (!HALF.includes(beside) || beside === '') return true
  return WORD.test(chars[space + 2 * side] ?? '') && WORD.test(chars[space - side] ?? '')
}

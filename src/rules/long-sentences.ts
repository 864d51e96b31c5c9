/** How long a sentence may be. */
export interface SentenceLimits {
  /** Most characters of a Chinese sentence. */
  readonly maxCharacters: number
  /** Most words of a sentence in other languages. */
  readonly maxWords: number
}

/**
 * False for a text of which no sentence goes beyond the limits for certain. One walk: it counts too
 * many words and characters rather than too few, and ends a sentence only where one ends for certain.
 */
export function mayBeTooLong(text: string, { maxCharacters, maxWords }: SentenceLimits): boolean {
  let han = 0
  let words = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === FULL_STOP && endsForCertain(text, at)) han = words = 0
    if (unit < 0x80) {
      const goesOn = isWord(unit)
      if (goesOn && !inWord) words++
      inWord = goesOn
    } else {
      inWord = false
      if (ENDS.includes(unit)) han = words = 0
      else if (unit >= FIRST_HAN && unit < FIRST_WIDE) han++
      else {
        han++
        words++
      }
    }
    if (words > maxWords || han + words > maxCharacters) return true
  }
  return false
}

const FULL_STOP = 0x2e
/** 。！？； and the sign of a hard line break. */
const ENDS = [0x3002, 0xff01, 0xff1f, 0xff1b, 0x2029]
/** Between them nothing is Latin: radicals, ideographs, kana, private use. */
const FIRST_HAN = 0x2e80
const FIRST_WIDE = 0xff00

function isWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a)
}

/** A word of four small letters or more before it, and a capital behind one space; `approx.` is none. */
function endsForCertain(text: string, at: number): boolean {
  return /^[a-z]{4}\. [A-Z]/.test(text.slice(at - 4, at + 3)) && !text.endsWith('prox', at)
}

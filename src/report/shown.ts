import { unstyled } from '../lib/style.js'
import { visible } from '../lib/text.js'

/**
 * Text of a case as it may stand between our styles: without style marks of its own, control and
 * bidi characters visible, so that its width can be measured before it is printed.
 */
export function shown(text: string): string {
  return visible(unstyled(text.replace(/\r\n?/g, '\n')))
}

/** The same on one line: a table row or a label must not be broken by what a case says. */
export function shownLine(text: string): string {
  if (isShown(text)) return text
  return shown(text).replace(/\s+/g, ' ').trim()
}

/** True for a line of ASCII and Han characters with single spaces inside, which stays as it is. */
function isShown(text: string): boolean {
  let space = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSpace = code === 0x20
    if (isSpace ? space : !((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))) return false
    space = isSpace
  }
  return !space || text === ''
}

// What `visible` shows, and further line breaks, noncharacters (our style marks), the byte order
// mark, and halves of a surrogate pair.
const UNSAFE = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff]|\p{Cs}/gu

/** A path or a line as it is: whatever could break or disguise it as `\u000a`, so that no two look alike. */
export function shownPath(path: string): string {
  return path.replace(UNSAFE, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

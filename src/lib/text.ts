import stringWidth from 'fast-string-width'
import { unstyled } from './style.js'

// Control characters, C1, and the marks that reorder text on screen; TAB and LF stay.
const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Makes control and bidi characters visible (`\u001b`), so that no case can drive a terminal. */
export function visible(text: string): string {
  return text.replace(UNSAFE, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Width in terminal cells: Han and full-width characters take two (UAX #11); styles take none. */
export function cells(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const width = plainWidth(text.charCodeAt(at))
    if (width === undefined) return stringWidth(unstyled(text))
    sum += width
  }
  return sum
}

/**
 * Nearly every character: its cells; undefined for the others, which may join their neighbours, and
 * for which the tables of Unicode must be read.
 */
export function plainWidth(code: number): 0 | 1 | 2 | undefined {
  if (code >= 0x4e00 && code <= 0x9fff) return 2
  if (code >= 0x20 && code < 0x7f) return 1
  if ((code >= 0xa0 && code <= 0xff) || (code >= 0x2010 && code <= 0x2027)) return 1
  // From the ideographic space and 、。 to 〠, and the full-width forms of ASCII.
  if ((code >= 0x3000 && code <= 0x3020) || (code >= 0xff01 && code <= 0xff5e)) return 2
  return code === 0x0a ? 0 : undefined
}

/** Pads with spaces to `width` cells; longer text is left as it is. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)))
}

/** Cuts to at most `width` cells, ending in `…` where something was cut. */
export function cutCells(text: string, width: number): string {
  if (cells(text) <= width) return text
  if (width < 1) return ''
  let used = 0
  let out = ''
  for (const char of text) {
    const next = used + cells(char)
    if (next > width - 1) break
    used = next
    out += char
  }
  return `${out}…`
}

/** The key on which names count as equal: NFKC, trimmed, lower case. */
export function foldKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

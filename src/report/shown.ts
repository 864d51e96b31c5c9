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
  return shown(text).replace(/\s+/g, ' ').trim()
}

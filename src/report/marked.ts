import { style } from '../lib/style.js'
import type { Mark } from '../search/snippet.js'
import { shownLine } from './shown.js'

/** Text with its hits marked. Offsets are those of the text as it was searched. */
export function marked(text: string, marks: readonly Mark[]): string {
  let out = ''
  let at = 0
  for (const [start, end] of marks) {
    out += piece(text.slice(at, start)) + style.mark(piece(text.slice(start, end)))
    at = end
  }
  return out + piece(text.slice(at))
}

// Line breaks become spaces, but a space at the edge of a piece must survive.
function piece(text: string): string {
  const inner = shownLine(text)
  if (inner === '') return text === '' ? '' : ' '
  return (/^\s/.test(text) ? ' ' : '') + inner + (/\s$/.test(text) ? ' ' : '')
}

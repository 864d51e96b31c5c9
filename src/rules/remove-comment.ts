import type { TextEdit } from '../model/change.js'
import type { Range } from '../model/range.js'

/**
 * Removes a comment; one that fills its lines goes with them, and with the blank line behind it
 * where another one stands before it. Undefined when the range does not hold the whole comment
 * (the parser strips the indentation of nested lines).
 */
export function removal(text: string, at: Range): Omit<TextEdit, 'path'> | undefined {
  const source = text.slice(at.start, at.end)
  if (!source.startsWith('<!--') || !source.endsWith('-->')) return undefined
  const start = text.lastIndexOf('\n', at.start - 1) + 1
  const end = lineEnd(text, at.end)
  const alone = text.slice(start, at.start).trim() === '' && text.slice(at.end, end).trim() === ''
  if (!alone) return { start: at.start, end: at.end, text: '' }
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, start)
  const afterEnd = lineEnd(text, end)
  const blankAround = before.trim() === '' && text.slice(end, afterEnd).trim() === ''
  return { start, end: blankAround ? afterEnd : end, text: '' }
}

/** The offset behind the line break that ends the line of `at`. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed === -1 ? text.length : feed + 1
}

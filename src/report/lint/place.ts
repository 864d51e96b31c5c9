import type { Range } from '../../model/range.js'

/** A place as lines and columns, 1-based, the end exclusive; columns in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/**
 * A range as lines and columns. It has no end where it is empty or the text is missing; a line
 * break at its end is not of it. As readers of reports count, a byte order mark takes no column.
 */
export function placeOf(at: Range, text: string | undefined): Place {
  const { start, line } = at
  const mark = text?.startsWith('\ufeff') === true ? 1 : 0
  const column = line === 1 ? Math.max(1, at.column - mark) : at.column
  let end = at.end
  while (end > start && (text?.[end - 1] === '\n' || text?.[end - 1] === '\r')) end--
  if (text === undefined || end <= start || end > text.length) return { line, column }
  let endLine = line
  for (let i = text.indexOf('\n', start); i !== -1 && i < end; i = text.indexOf('\n', i + 1)) endLine++
  const endColumn = end - text.lastIndexOf('\n', end - 1) - (endLine === 1 ? mark : 0)
  return { line, column, endLine, endColumn }
}

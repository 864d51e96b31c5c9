import type { TextEdit } from '../model/change.js'

/** A line of a table without what stands before it (indentation, `>`) and white space at its end. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

export function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  let at = start
  for (const line of source.slice(start, end).split('\n')) {
    const before = /^[ \t>]*/.exec(line)?.[0].length ?? 0
    const text = line.slice(before).trimEnd()
    lines.push({ text, start: at + before, end: at + before + text.length })
    at += line.length + 1
  }
  return lines
}

/** The cells of a row, cut at every bar that is not escaped. */
export function cellsOf(row: string): string[] {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim())
}

/** Where bars stand in the code spans of a row, unescaped. */
export function pipesInCode({ text, start }: Line): number[] {
  return [...text.matchAll(/(?<!`)(`+)(?!`)[^`]*\1(?!`)/g)].flatMap(span =>
    [...span[0].matchAll(/(?<!\\)\|/g)].map(pipe => start + span.index + pipe.index),
  )
}

/** What people write for the row of dashes; Chinese keyboards give long dashes. */
const DASHES = /^[|\s:\-—–－]*[-—–－][|\s:\-—–－]*$/

/**
 * The row that has to stand below the head, and the edit that puts it there, where all rows agree
 * on the number of cells.
 */
export function delimiterFix(rows: readonly Line[]): {
  readonly delimiter: string
  readonly fix: Omit<TextEdit, 'path'> | undefined
} {
  const [head, second] = rows
  const width = cellsOf(head?.text ?? '').length
  const delimiter = `|${' --- |'.repeat(width)}`
  if (head === undefined || second === undefined) return { delimiter, fix: undefined }
  const written = DASHES.test(second.text)
  const body = rows.slice(written ? 2 : 1)
  if (body.length === 0 || body.some(({ text }) => cellsOf(text).length !== width))
    return { delimiter, fix: undefined }
  // Before the second row, behind its own indentation.
  const fix = written
    ? { start: second.start, end: second.end, text: delimiter }
    : { start: second.start, end: second.start, text: `${delimiter}\n` }
  return { delimiter, fix: written || second.start - head.end <= 2 ? fix : undefined }
}

/** Where the empty cells at the end of a row begin, `count` of them; undefined where one is not empty. */
export function emptyEnd({ text, start }: Line, count: number): number | undefined {
  let bar = text.length - 1
  for (let i = 0; i < count; i++) {
    const before = text.lastIndexOf('|', bar - 1)
    if (text[bar] !== '|' || before < 1 || text.slice(before + 1, bar).trim() !== '') return undefined
    bar = before
  }
  return text[bar - 1] === '\\' ? undefined : start + bar + 1
}

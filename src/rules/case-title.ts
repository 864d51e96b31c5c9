import type { Case, CaseFile } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { Prose } from '../model/markdown.js'
import type { Range } from '../model/range.js'
import { rangesOf } from './prose-text.js'

/** The title of a case as the file has it. */
export interface WrittenTitle {
  readonly text: string
  /** Where a piece of it stands; the whole value where quotes or escapes hide the piece. */
  range(start: number, end: number): Range
  /** Edits that replace a piece, also in the H1 that repeats the title; undefined where they cannot. */
  replace(start: number, end: number, text: string): readonly Omit<TextEdit, 'path'>[] | undefined
}

/** The title, or undefined where there is none. */
export function writtenTitle(found: Case, { text }: CaseFile): WrittenTitle | undefined {
  const value = found.fields.get('/title')?.value
  if (value === undefined || found.title === '') return undefined
  const from = startOf(found, text)
  const range = rangesOf(text)
  return {
    text: found.title,
    range: (start, end) => (from === undefined ? value : range(from + start, from + end)),
    replace(start, end, better) {
      if (from === undefined) return undefined
      const starts = [from, headingOf(found, text)].filter(at => at !== undefined)
      return starts.map(at => ({ start: at + start, end: at + end, text: better }))
    },
  }
}

/** The title as a piece of prose, where it stands in the file as it reads. */
export function titleProse(found: Case, { text }: CaseFile): Prose | undefined {
  const start = startOf(found, text)
  return start === undefined ? undefined : { block: -1, runs: [{ text: found.title, start }] }
}

/** Where the words of the title start; undefined where escapes hide them. */
function startOf({ fields, title }: Case, text: string): number | undefined {
  const value = fields.get('/title')?.value
  if (value === undefined || title === '') return undefined
  const within = text.slice(value.start, value.end).indexOf(title)
  return within === -1 ? undefined : value.start + within
}

/** Where the words of the H1 start that repeats the title. */
function headingOf({ body, title }: Case, text: string): number | undefined {
  const heading = body.headings.find(({ depth }) => depth === 1)
  if (heading === undefined || heading.title !== title) return undefined
  const within = text.slice(heading.at.start, heading.at.end).indexOf(title)
  return within === -1 ? undefined : heading.at.start + within
}

import type { Run } from '../model/markdown.js'
import type { ProseMark } from './fast-places.js'
import type { FastSource } from './fast-source.js'
import { splitTitle } from './headings.js'
import { literalRuns } from './literal-runs.js'

/** What is read in a heading, paragraph or cell, as the file has it. */
export function runsOf(prose: ProseMark, source: FastSource, isHeading: boolean): Run[] {
  // Most is one line without markup.
  if (prose.marks === undefined && prose.lines === undefined && prose.source !== '') {
    const text = isHeading ? splitTitle(prose.source).title : prose.source
    return text === '' ? [] : [{ text, start: source.offset(prose.start) }]
  }
  const runs: Run[] = []
  let from = 0
  const cuts = cutsOf(prose)
  for (let i = 0; i < cuts.length; i += 2) {
    const [start = 0, end = 0] = [cuts[i], cuts[i + 1]]
    if (start === end) continue
    if (start > from) addText(prose, from, start, source, runs)
    from = Math.max(from, end)
  }
  if (prose.source.length > from) addText(prose, from, prose.source.length, source, runs)
  const last = runs.at(-1)
  if (isHeading && last !== undefined) {
    const { title } = splitTitle(last.text)
    runs.pop()
    if (title !== '') runs.push({ text: title, start: last.start })
  }
  return runs
}

/** Where a place in the source of a piece of prose stands in the scanned text. */
export function fileOffset({ start, lines }: ProseMark, at: number): number {
  if (lines !== undefined) {
    for (let i = lines.length - 2; i >= 0; i -= 2) {
      const [from, to] = [lines[i] ?? 0, lines[i + 1] ?? 0]
      if (at >= from) return to + at - from
    }
  }
  return start + at
}

/** What is no text, as start and end in turn, ascending. */
function cutsOf({ marks, breaks }: ProseMark): readonly number[] {
  const cuts = marks?.cuts ?? []
  if (breaks === undefined) return cuts
  const pairs = breaks.map(at => [at, at + 1] as const)
  for (let i = 0; i < cuts.length; i += 2) pairs.push([cuts[i] ?? 0, cuts[i + 1] ?? 0])
  return pairs.sort(([a], [b]) => a - b).flat()
}

/** Adds the runs of one text: all of it where it stands on one line, without escapes. */
function addText(prose: ProseMark, from: number, to: number, source: FastSource, runs: Run[]): void {
  const read = prose.source.slice(from, to)
  const start = fileOffset(prose, from)
  const escaped = prose.marks?.escapes.some(at => at >= from && at < to) ?? false
  if (!escaped && !read.includes('\n')) {
    runs.push({ text: read, start: source.offset(start) })
    return
  }
  const end = fileOffset(prose, to)
  const value = readAs(prose, from, to, source)
  for (const run of literalRuns(source.file, source.offset(start), source.offset(end), value)) runs.push(run)
}

/** What is read of a text: without the escaping backslashes, with the line breaks of the file. */
function readAs(prose: ProseMark, from: number, to: number, source: FastSource): string {
  const escapes = prose.marks?.escapes ?? []
  let value = ''
  let next = escapes.findIndex(at => at >= from)
  for (let i = from; i < to; i++) {
    const char = prose.source.charAt(i)
    if (escapes[next] === i) next++
    else value += char === '\n' ? source.breakBefore(fileOffset(prose, i + 1)) : char
  }
  return value
}

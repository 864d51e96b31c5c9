import { type Difference, sequenceDiff } from '../lib/sequence-diff.js'
import { style } from '../lib/style.js'
import type { FileChange } from '../model/change.js'

/** Lines of context on each side of a change. */
const CONTEXT = 2

/** Each with its line break. */
type Line = Difference

/** A change of file as a unified diff, coloured by style markers; '' where nothing changes. */
export function unifiedDiff({ path, before, after }: FileChange): string {
  const lines = sequenceDiff(linesOf(before ?? ''), linesOf(after ?? ''))
  const hunks = hunksOf(lines)
  if (hunks.length === 0 && (before === null) === (after === null)) return ''
  const head = [
    style.bold(`--- ${before === null ? '/dev/null' : `a/${path}`}`),
    style.bold(`+++ ${after === null ? '/dev/null' : `b/${path}`}`),
  ]
  return [...head, ...hunks.flatMap(([from, to]) => renderHunk(lines, from, to))].join('\n')
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

/** The ranges of lines to show: every change with its context, neighbours joined. */
function hunksOf(lines: readonly Line[]): [number, number][] {
  const hunks: [number, number][] = []
  for (const [i, { sign }] of lines.entries()) {
    if (sign === ' ') continue
    const last = hunks.at(-1)
    const to = Math.min(lines.length, i + CONTEXT + 1)
    if (last !== undefined && i - CONTEXT <= last[1]) last[1] = to
    else hunks.push([Math.max(0, i - CONTEXT), to])
  }
  return hunks
}

function renderHunk(lines: readonly Line[], from: number, to: number): string[] {
  const shown = lines.slice(from, to)
  const place = (other: Line['sign']): string => {
    const above = lines.slice(0, from).filter(({ sign }) => sign !== other).length
    const count = shown.filter(({ sign }) => sign !== other).length
    // Of an empty range the format names the line before it.
    return `${count === 0 ? above : above + 1},${count}`
  }
  return [style.cyan(`@@ -${place('+')} +${place('-')} @@`), ...shown.flatMap(renderLine)]
}

function renderLine({ sign, text }: Line): string[] {
  const line = sign + text.replace(/\r?\n$/, '')
  const painted = sign === '-' ? style.red(line) : sign === '+' ? style.green(line) : line
  return text.endsWith('\n') ? [painted] : [painted, style.dim('\\ No newline at end of file')]
}

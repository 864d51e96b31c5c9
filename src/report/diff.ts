import { style } from '../lib/style.js'
import type { FileChange } from '../model/change.js'

/** Lines of context on each side of a change. */
const CONTEXT = 2

/**
 * Most edits that the shortest way from one text to the other is searched for: time and memory
 * grow with the square. Beyond it the differing middle is shown as removed and added whole.
 */
const MOST_EDITS = 1000

type Sign = ' ' | '-' | '+'

interface Line {
  readonly sign: Sign
  /** With its line break. */
  readonly text: string
}

/** A change of file as a unified diff, coloured by style markers; '' where nothing changes. */
export function unifiedDiff({ path, before, after }: FileChange): string {
  const lines = diffLines(linesOf(before ?? ''), linesOf(after ?? ''))
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
  const place = (other: Sign): string => {
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

function diffLines(a: readonly string[], b: readonly string[]): Line[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [...signed(' ', a.slice(0, head)), ...middle, ...signed(' ', a.slice(a.length - tail))]
}

function signed(sign: Sign, lines: readonly string[]): Line[] {
  return lines.map(text => ({ sign, text }))
}

/**
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), the greedy form. `reach[k]`
 * is how far into `a` a path with that many edits gets on the diagonal k = x − y.
 */
function shortest(a: readonly string[], b: readonly string[]): Line[] {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  let reach = new Map<number, number>([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let edits = 0; edits <= most; edits++) {
    const next = new Map<number, number>()
    trace.push(reach)
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOn(k, edits, reach)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace)
    }
    reach = next
  }
  return [...signed('-', a), ...signed('+', b)]
}

/** Where diagonal k begins with its last edit: one line down from k + 1, or one to the right from k − 1. */
function startOn(k: number, edits: number, reach: ReadonlyMap<number, number>): number {
  return goesDown(k, edits, reach) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
}

/** True when diagonal k is reached by an added line, false when by a removed one. */
function goesDown(k: number, edits: number, reach: ReadonlyMap<number, number>): boolean {
  return k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): Line[] {
  const lines: Line[] = []
  let [x, y] = [a.length, b.length]
  for (const [edits, reach] of [...trace.entries()].reverse()) {
    const k = x - y
    const start = startOn(k, edits, reach)
    while (x > start) {
      lines.push({ sign: ' ', text: a[--x] ?? '' })
      y--
    }
    if (edits === 0) break
    lines.push(
      goesDown(k, edits, reach) ? { sign: '+', text: b[--y] ?? '' } : { sign: '-', text: a[--x] ?? '' },
    )
  }
  return lines.reverse()
}

import { fastFrontMatter } from './fast-front-matter.js'

type Values = Readonly<Record<string, unknown>>

// With what the fast reader bears beside them, far below what the parser refuses.
const MAX_CHANGED = 1000

/**
 * The values of front matter which differs from one that was read in nothing but values that stand on
 * the line of their field; undefined where it has to be read.
 * @param values what `fastFrontMatter` read of `before`
 * @param before from the first `---` to the line break behind the last
 */
export function changedValues(values: Values, before: string, after: string): Values | undefined {
  const places = changedLines(before, after)
  const [old, now] = [before.slice(...places.before).split('\n'), after.slice(...places.after).split('\n')]
  if (places.after[1] - places.after[0] > MAX_CHANGED || old.length !== now.length) return undefined
  const changed: Record<string, unknown> = Object.assign(Object.create(null), values)
  for (const [i, line] of now.entries()) {
    const was = old[i] ?? ''
    if (was === line) continue
    const [from, to] = [fieldOn(was), fieldOn(line)]
    if (from === undefined || to === undefined || from[0] !== to[0]) return undefined
    changed[to[0]] = to[1]
  }
  return changed
}

/** Start and end of the lines from the first that differs to the last. */
function changedLines(
  before: string,
  after: string,
): { readonly before: [number, number]; readonly after: [number, number] } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let [end, other] = [before.length, after.length]
  while (end > start && other > start && before.charCodeAt(end - 1) === after.charCodeAt(other - 1)) {
    end--
    other--
  }
  const line = before.lastIndexOf('\n', start - 1) + 1
  return { before: [line, lineEnd(before, end)], after: [line, lineEnd(after, other)] }
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed === -1 ? text.length : feed
}

/** The field that a line is, with its value; undefined where it has none on that line. */
function fieldOn(line: string): [string, unknown] | undefined {
  const fields = Object.entries(fastFrontMatter(`---\n${line}\n---\n`)?.values ?? {})
  return fields.length === 1 ? fields[0] : undefined
}

import { InlineMarks, type LinkMark, type Places, type ProseMark } from './fast-places.js'

// What GitHub makes a link of by itself begins or goes on with one of these.
const START = /https?:\/\/|www\.|@/gi
const END = /[\s<]/g
const TRAIL = /[!"'),.:;?]+$/
const ADDRESS =
  /^(?:https?:\/\/|www\.)[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*(?:[/?#:\u00a1-\uffff][a-z0-9\-._~/?#=%+@:,;!$&\u00a1-\uffff]*)?$/i
const PLAIN_END = /[a-z0-9/=#%+\u00a1-\uffff]$/i
const LETTER = /[\p{L}\p{N}]$/u
const LOCAL = /(?<![\w.+\-/])[a-z0-9][a-z0-9.+-]*$/i
const HOST = /[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*/iy
const MAX_LOCAL = 64

/** True where a text may hold a bare link. */
export function mayHoldBareLink(text: string, from: number): boolean {
  START.lastIndex = from
  return START.test(text)
}

/** True where prose may hold a bare link: outside of its code and of the targets of its links. */
export function holdsBareLink({ source, marks }: ProseMark): boolean {
  START.lastIndex = 0
  for (let found = START.exec(source); found !== null; found = START.exec(source)) {
    if (cutEnd(marks, found.index) === undefined) return true
  }
  return false
}

/**
 * Adds the bare addresses in the prose, which micromark makes links of, to its marks. False where it
 * is not plain what it makes of one.
 */
export function addBareLinks({ prose, blocks }: Places): boolean {
  return prose.every(mark => addTo(mark, blocks[mark.block]?.type === 'table'))
}

function addTo(prose: ProseMark, isCell: boolean): boolean {
  const { source } = prose
  let from = 0
  for (;;) {
    START.lastIndex = from
    const found = START.exec(source)
    if (found === null) return true
    const { index } = found
    const behind = endOfMarkup(prose.marks, index)
    if (behind !== undefined) {
      from = behind
      continue
    }
    const link = found[0] === '@' ? mail(source, index) : address(source, index, isCell)
    if (link === undefined) return false
    if (typeof link === 'number') {
      from = link
      continue
    }
    if (!isFree(prose.marks, link) || (prose.isTask === true && link.start === 0)) return false
    prose.marks ??= new InlineMarks()
    insert(prose.marks, link)
    from = link.end
  }
}

/** Where the code, link or image ends that a place stands in; undefined where it stands in none. */
function endOfMarkup(marks: InlineMarks | undefined, at: number): number | undefined {
  if (marks === undefined) return undefined
  for (const { start, end } of marks.links) if (start <= at && at < end) return end
  return cutEnd(marks, at)
}

/** Where the piece ends that is no text and that a place stands in; undefined where it stands in text. */
function cutEnd(marks: InlineMarks | undefined, at: number): number | undefined {
  const cuts = marks?.cuts ?? []
  for (let i = 0; i < cuts.length; i += 2) {
    const end = cuts[i + 1] ?? 0
    if ((cuts[i] ?? 0) <= at && at < end) return end
  }
  return undefined
}

/** The address that begins at `at`; where to go on if it is none; undefined where that is not plain. */
function address(source: string, at: number, isCell: boolean): LinkMark | number | undefined {
  const before = source.slice(Math.max(0, at - 2), at)
  const isWeb = source.charCodeAt(at) === 0x77 || source.charCodeAt(at) === 0x57
  if (isWeb && LETTER.test(before)) return at + 4
  if (isWeb ? !(at === 0 ? !isCell : /[ \n(]$/.test(before)) : /[a-z]$/i.test(before)) return undefined
  END.lastIndex = at
  const stop = END.exec(source)?.index ?? source.length
  const text = source.slice(at, stop).replace(TRAIL, '')
  if (!ADDRESS.test(text) || !PLAIN_END.test(text)) return undefined
  const to = isWeb ? `http://${text}` : text
  return { kind: 'link', start: at, end: at + text.length, to, target: isWeb ? -1 : at }
}

/** The same for the mail address around the sign at `at`. */
function mail(source: string, at: number): LinkMark | number | undefined {
  if (!/[-.\w+]/.test(source.charAt(at - 1)) || !/[-\w]/.test(source.charAt(at + 1))) return at + 1
  const local = LOCAL.exec(source.slice(Math.max(0, at - MAX_LOCAL), at))?.[0]
  HOST.lastIndex = at + 1
  const host = HOST.exec(source)?.[0]
  if (local === undefined || local.length === MAX_LOCAL || host === undefined) return undefined
  const end = at + 1 + host.length
  if (/[\w@+/-]/.test(source.charAt(end)) || /^\.[-\w.]/.test(source.slice(end, end + 2))) return undefined
  if (!host.includes('.')) return source.charAt(end) === '.' ? undefined : at + 1
  if (!/[a-z]$/i.test(host)) return undefined
  const start = at - local.length
  return { kind: 'link', start, end, to: `mailto:${source.slice(start, end)}`, target: -1 }
}

/** True where a link meets no markup and stands in no brackets. */
function isFree(marks: InlineMarks | undefined, { start, end }: LinkMark): boolean {
  if (marks === undefined) return true
  return [marks.cuts, marks.brackets].every(pairs => {
    for (let i = 0; i < pairs.length; i += 2) {
      const [from = 0, to = 0] = [pairs[i], pairs[i + 1]]
      if (from < end && start < to) return false
    }
    return true
  })
}

function insert({ cuts, links }: InlineMarks, link: LinkMark): void {
  const place = links.findIndex(({ start }) => start > link.start)
  links.splice(place === -1 ? links.length : place, 0, link)
  let i = 0
  while (i < cuts.length && (cuts[i] ?? 0) <= link.start) i += 2
  cuts.splice(i, 0, link.start, link.end)
}

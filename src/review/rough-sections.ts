import { FenceTracker } from '../parse/fence-tracker.js'

/** A section of a body, or what stands before the first. */
export class RoughSection {
  /** '' before the first. */
  readonly title: string
  /** Distinct among the sections of a body. */
  readonly key: string
  /** As it stands there. */
  readonly raw: string

  constructor(title: string, key: string, raw: string) {
    this.title = title
    this.key = key
    this.raw = raw
  }

  get text(): string {
    return tidy(this.raw)
  }
}

/**
 * The sections of a body that no parser has read: one begins wherever a line begins with `##` outside
 * fenced code, and is known by its title alone.
 */
export function roughSections(body: string): RoughSection[] {
  const sections: RoughSection[] = []
  const counts = new Map<string, number>()
  let [title, from]: [string | undefined, number] = [undefined, 0]
  const add = (end: number): void => {
    const raw = body.slice(from, end)
    if (title === undefined) {
      if (/\S/.test(raw)) sections.push(new RoughSection('', '', raw))
      return
    }
    const count = (counts.get(title) ?? 0) + 1
    counts.set(title, count)
    sections.push(new RoughSection(title, count === 1 ? title : `${title} (${count})`, raw))
  }
  for (const heading of headings(body)) {
    add(heading.start)
    title = heading.title
    from = heading.end
  }
  add(body.length)
  return sections
}

interface Heading {
  readonly title: string
  /** Of its line. */
  readonly start: number
  readonly end: number
}

const SECTION = /^ {0,3}##(?: +(.*?))?(?: +#+)? *$/
const LONGEST = 500

function* headings(body: string): Iterable<Heading> {
  const fences = new FenceTracker()
  for (let start = 0, end = 0; start < body.length; start = end + 1) {
    end = lineEnd(body, start)
    if (!isTelling(body, start)) continue
    const line = body.slice(start, end)
    const fenced = fences.inside(line)
    const heading = fenced || line.length > LONGEST ? null : SECTION.exec(line)
    if (heading !== null) yield { title: heading[1] ?? '', start, end }
  }
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed === -1 ? text.length : feed
}

/** True for a line that may be a heading or begin or end what holds none: ``#`~<`` behind three spaces at most. */
function isTelling(text: string, start: number): boolean {
  let at = start
  while (at < start + 3 && text.charCodeAt(at) === 0x20) at++
  const code = text.charCodeAt(at)
  return code === 0x23 || code === 0x60 || code === 0x7e || code === 0x3c
}

/** Lines end with LF and without white space, and no empty ones stand at the ends. */
export function tidy(text: string): string {
  const lines = text.split('\n').map(line => line.trimEnd())
  const first = lines.findIndex(line => line !== '')
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex(line => line !== '') + 1).join('\n')
}

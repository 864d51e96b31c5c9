import type { Body, Heading, Link, Section } from '../model/case.js'
import type { Block, Prose } from '../model/markdown.js'
import type { Range } from '../model/range.js'
import { addBareLinks, mayHoldBareLink } from './fast-bare-links.js'
import { type ScannedBody, scanBody } from './fast-body.js'
import { type HeadingMeaning, sectionText } from './fast-outline.js'
import type { BlockMark, LinkMark, Places, ProseMark } from './fast-places.js'
import type { FastSource } from './fast-source.js'
import { commentsIn, isOnlyComments } from './html-comments.js'
import { fenceOf } from './outline.js'
import { fileOffset, runsOf } from './placed-runs.js'

// Twenty times a long case. Places are looked up line by line and mark by mark: what is written to make
// that slow is the parser's, with its limits.
const MAX_LENGTH = 32 * 1024

/**
 * A body in plain Markdown with the place of everything, some hundred times as fast as the parser:
 * exactly what `parseBody` gives, or undefined where only the parser can tell.
 */
export function fastBody(source: FastSource, bodyStart: number, meaning: HeadingMeaning): Body | undefined {
  if (source.text.length - bodyStart > MAX_LENGTH) return undefined
  const scanned = scanBody(source.text, bodyStart)
  if (scanned === undefined) return undefined
  const isPlain = !mayHoldBareLink(source.text, bodyStart) || addBareLinks(scanned.places)
  return isPlain ? new PlacedBody(scanned, source, meaning) : undefined
}

/** A body whose parts are laid out when they are first asked for: of most cases few are. */
class PlacedBody implements Body {
  readonly #scanned: ScannedBody
  readonly #source: FastSource
  readonly #meaning: HeadingMeaning
  #blocks: readonly Block[] | undefined
  #prose: readonly Prose[] | undefined
  #headings: readonly Heading[] | undefined
  #sections: readonly Section[] | undefined
  #links: readonly Link[] | undefined
  #comments: readonly Comment[] | undefined

  constructor(scanned: ScannedBody, source: FastSource, meaning: HeadingMeaning) {
    this.#scanned = scanned
    this.#source = source
    this.#meaning = meaning
  }

  get headings(): readonly Heading[] {
    this.#headings ??= headingsOf(this.#scanned, this.#source)
    return this.#headings
  }

  get links(): readonly Link[] {
    this.#links ??= linksOf(this.#scanned.places, this.#source)
    return this.#links
  }

  get comments(): readonly Comment[] {
    this.#comments ??= commentsOf(this.#scanned.places, this.#source)
    return this.#comments
  }

  get sections(): readonly Section[] {
    this.#sections ??= sectionsOf(this.#scanned, this.#source, this.#meaning)
    return this.#sections
  }

  get text(): string {
    return this.#scanned.outline.text
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= this.#scanned.places.blocks.map(mark => blockOf(mark, this.#source))
    return this.#blocks
  }

  get prose(): readonly Prose[] {
    this.#prose ??= proseOf(this.#scanned.places, this.#source)
    return this.#prose
  }

  toJSON(): Body {
    const { headings, links, comments, sections, text, blocks, prose } = this
    return { headings, links, comments, sections, text, blocks, prose }
  }
}

type Comment = Body['comments'][number]

const NOWHERE: Range = { start: 0, end: 0, line: 1, column: 1 }

function atOf({ blocks }: Places, index: number, source: FastSource): Range {
  const mark = blocks[index]
  return mark === undefined ? NOWHERE : source.range(mark.start, mark.end)
}

function headingsOf({ outline, places }: ScannedBody, source: FastSource): Heading[] {
  return outline.headings.map(({ depth, title, block }) => ({
    depth,
    title,
    at: atOf(places, block, source),
  }))
}

function proseOf(places: Places, source: FastSource): Prose[] {
  const prose: Prose[] = []
  for (const mark of places.prose) {
    const runs = runsOf(mark, source, places.blocks[mark.block]?.type === 'heading')
    if (runs.length > 0) prose.push({ block: mark.block, runs })
  }
  return prose
}

function linksOf(places: Places, source: FastSource): Link[] {
  const links: Link[] = []
  for (const prose of places.prose) {
    if (prose.marks === undefined) continue
    for (const mark of prose.marks.links) links.push(linkOf(mark, prose, source))
  }
  return links
}

function commentsOf(places: Places, source: FastSource): Comment[] {
  const comments: Comment[] = []
  for (const { type, start, end } of places.blocks) {
    if (type !== 'html') continue
    for (const { from, to } of commentsIn(source.text.slice(start, end))) {
      const at = source.range(start + from, start + to)
      comments.push({ text: source.file.slice(at.start + 4, at.end - 3).trim(), at })
    }
  }
  return comments
}

function sectionsOf(
  { outline, places }: ScannedBody,
  source: FastSource,
  meaning: HeadingMeaning,
): Section[] {
  return outline.sections().map(({ heading, next, text }) => {
    const { id, audience } = sectionText(heading, text, meaning)
    const { title } = heading
    const at = atOf(places, heading.block, source)
    const stop = next === undefined ? source.text.length : (places.blocks[next]?.start ?? 0)
    const content = source.range(places.blocks[heading.block]?.end ?? 0, stop)
    const empty = isEmpty(places, source, heading.block + 1, next ?? places.blocks.length)
    // Spread objects are slow to make, and nearly every section has an id.
    if (id !== undefined) {
      if (audience === undefined) return { id, title, at, content, text, empty }
      return { id, title, at, content, text, audience, empty }
    }
    return { title, at, content, text, ...(audience === undefined ? {} : { audience }), empty }
  })
}

/** True when the blocks from one index up to another are comments alone. */
function isEmpty({ blocks }: Places, source: FastSource, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const mark = blocks[i]
    if (mark === undefined || mark.type !== 'html') return false
    if (!isOnlyComments(source.text.slice(mark.start, mark.end))) return false
  }
  return true
}

function blockOf({ type, start, end, parent, number, info, rows }: BlockMark, source: FastSource): Block {
  const at = source.range(start, end)
  if (type === 'heading' && number !== undefined) return { type, at, parent, depth: number }
  if (number !== undefined) return { type, at, parent, first: number }
  if (rows !== undefined) return { type, at, parent, rows }
  if (info === undefined) return { type, at, parent }
  const fence = fenceOf(source.file, at, languageOf(info))
  return fence === undefined ? { type, at, parent } : { type, at, parent, fence }
}

/** The first word of an info string. */
function languageOf(info: string): string {
  return /[^ ]+/.exec(info)?.[0] ?? ''
}

function linkOf({ kind, start, end, to, alt, target }: LinkMark, prose: ProseMark, source: FastSource): Link {
  const at = source.range(fileOffset(prose, start), fileOffset(prose, end - 1) + 1)
  const place = fileOffset(prose, target)
  if (alt === undefined && target !== -1) {
    return { kind, to, at, target: source.range(place, place + to.length) }
  }
  return {
    kind,
    to,
    at,
    ...(alt === undefined ? {} : { alt }),
    ...(target === -1 ? {} : { target: source.range(place, place + to.length) }),
  }
}

import type { Body, Heading, Link, Section } from '../model/case.js'
import type { Block, Prose } from '../model/markdown.js'
import { addBareLinks, mayHoldBareLink } from './fast-bare-links.js'
import { type ScannedBody, scanBody } from './fast-body.js'
import { type HeadingMeaning, sectionText } from './fast-outline.js'
import type { BlockMark, LinkMark, ProseMark } from './fast-places.js'
import type { FastSource } from './fast-source.js'
import { commentsIn, isOnlyComments } from './html-comments.js'
import { fenceOf } from './outline.js'
import { fileOffset, runsOf } from './placed-runs.js'

/**
 * A body in plain Markdown with the place of everything, some hundred times as fast as the parser:
 * exactly what `parseBody` gives, or undefined where only the parser can tell. Each part is made when
 * it is first asked for.
 */
export function fastBody(source: FastSource, bodyStart: number, meaning: HeadingMeaning): Body | undefined {
  const scanned = scanBody(source.text, bodyStart)
  if (scanned === undefined) return undefined
  const isPlain = !mayHoldBareLink(source.text, bodyStart) || addBareLinks(scanned.places)
  return isPlain ? lazyBody(new Maker(scanned, source, meaning)) : undefined
}

function lazyBody(maker: Maker): Body {
  return {
    get headings() {
      return maker.headings
    },
    get links() {
      return maker.links
    },
    get comments() {
      return maker.comments
    },
    get sections() {
      return maker.sections
    },
    get text() {
      return maker.text
    },
    get blocks() {
      return maker.blocks
    },
    get prose() {
      return maker.prose
    },
  }
}

class Maker {
  readonly #scanned: ScannedBody
  readonly #source: FastSource
  readonly #meaning: HeadingMeaning
  #headings: Heading[] | undefined
  #links: Link[] | undefined
  #comments: Body['comments'] | undefined
  #sections: Section[] | undefined
  #text: string | undefined
  #blocks: Block[] | undefined
  #prose: Prose[] | undefined

  constructor(scanned: ScannedBody, source: FastSource, meaning: HeadingMeaning) {
    this.#scanned = scanned
    this.#source = source
    this.#meaning = meaning
  }

  get text(): string {
    this.#text ??= this.#scanned.outline.text
    return this.#text
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= this.#scanned.places.blocks.map(mark => blockOf(mark, this.#source))
    return this.#blocks
  }

  get headings(): readonly Heading[] {
    this.#headings ??= this.#scanned.outline.headings.map(({ depth, title, block }) => ({
      depth,
      title,
      at: this.#at(block),
    }))
    return this.#headings
  }

  get prose(): readonly Prose[] {
    this.#prose ??= this.#makeProse()
    return this.#prose
  }

  get links(): readonly Link[] {
    this.#links ??= this.#makeLinks()
    return this.#links
  }

  get comments(): Body['comments'] {
    this.#comments ??= this.#scanned.places.blocks.flatMap(mark => this.#commentsOf(mark))
    return this.#comments
  }

  get sections(): readonly Section[] {
    this.#sections ??= this.#makeSections()
    return this.#sections
  }

  #at(block: number): Block['at'] {
    const mark = this.#scanned.places.blocks[block]
    return this.#source.range(mark?.start ?? 0, mark?.end ?? 0)
  }

  #makeProse(): Prose[] {
    const prose: Prose[] = []
    const { places } = this.#scanned
    for (const mark of places.prose) {
      const runs = runsOf(mark, this.#source, places.blocks[mark.block]?.type === 'heading')
      if (runs.length > 0) prose.push({ block: mark.block, runs })
    }
    return prose
  }

  #makeLinks(): Link[] {
    const links: Link[] = []
    for (const prose of this.#scanned.places.prose) {
      if (prose.marks === undefined) continue
      for (const mark of prose.marks.links) links.push(linkOf(mark, prose, this.#source))
    }
    return links
  }

  #commentsOf({ type, start, end }: BlockMark): Body['comments'] {
    if (type !== 'html') return []
    const source = this.#source
    return commentsIn(source.text.slice(start, end)).map(({ from, to }) => {
      const at = source.range(start + from, start + to)
      return { text: source.file.slice(at.start + 4, at.end - 3).trim(), at }
    })
  }

  #makeSections(): Section[] {
    const sections: Section[] = []
    const { outline, places } = this.#scanned
    const { text } = this.#source
    const found = outline.sections()
    const ends = outline.headings.filter(({ top, depth }) => top && depth < 3).map(({ block }) => block)
    for (const { heading, text: words } of found) {
      const { id, title, audience } = sectionText(heading, words, this.#meaning)
      const next = ends[ends.indexOf(heading.block) + 1]
      const stop = next === undefined ? text.length : (places.blocks[next]?.start ?? 0)
      const at = this.#at(heading.block)
      sections.push({
        ...(id === undefined ? {} : { id }),
        title,
        at,
        content: this.#source.range(places.blocks[heading.block]?.end ?? 0, stop),
        text: words,
        ...(audience === undefined ? {} : { audience }),
        empty: this.#isEmpty(heading.block + 1, next ?? places.blocks.length),
      })
    }
    return sections
  }

  /** True when the blocks from one index up to another are comments alone. */
  #isEmpty(from: number, to: number): boolean {
    const { blocks } = this.#scanned.places
    for (let i = from; i < to; i++) {
      const mark = blocks[i]
      if (mark === undefined || mark.type !== 'html') return false
      if (!isOnlyComments(this.#source.text.slice(mark.start, mark.end))) return false
    }
    return true
  }
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
  const link = { kind, to, at: source.range(fileOffset(prose, start), fileOffset(prose, end - 1) + 1) }
  const place = fileOffset(prose, target)
  return {
    ...link,
    ...(alt === undefined ? {} : { alt }),
    ...(target === -1 ? {} : { target: source.range(place, place + to.length) }),
  }
}

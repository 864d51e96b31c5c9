import type { Audience } from '../model/case.js'
import type { HeadingText, SectionText } from '../model/case-text.js'
import { splitTitle } from './headings.js'

/** What the headings of a case mean. */
export interface HeadingMeaning {
  /** Heading → section id. */
  readonly idOf: (title: string) => string | undefined
  /** Section id → the audience that the case's kind sets by default. */
  readonly audienceOf: ReadonlyMap<string, Audience>
}

/** A heading between the lines of words. */
export interface HeadingMark extends HeadingText {
  /** Its index among the blocks. */
  readonly block: number
  readonly top: boolean
  readonly audience: Audience | undefined
  /** The lines before the heading, and the first behind it. */
  readonly before: number
  readonly after: number
}

/** A section by its heading. */
export interface SectionMark {
  readonly heading: HeadingMark
  /** Index of the heading that ends it among the blocks; undefined where nothing does. */
  readonly next: number | undefined
  readonly text: string
}

/** The lines of words of a body, and the headings between them. */
export class Outline {
  readonly #lines: string[] = []
  readonly headings: HeadingMark[] = []

  /** Adds lines of words, not yet trimmed. */
  words(text: string): void {
    if (!text.includes('\n')) this.#line(text)
    else for (const line of text.split('\n')) this.#line(line)
  }

  /** Adds a heading; `top` when it stands in no list and no quote. */
  heading(depth: number, text: string, block: number, top: boolean): void {
    const before = this.#lines.length
    this.words(text)
    const { title, audience } = splitTitle(text.trim())
    this.headings.push({ depth, title, audience, block, top, before, after: this.#lines.length })
  }

  /** The words of the whole. */
  get text(): string {
    return this.#lines.join('\n')
  }

  /** The headings that begin sections, each with the words of its section. */
  sections(): SectionMark[] {
    const sections: SectionMark[] = []
    let until = this.#lines.length
    let next: number | undefined
    for (let i = this.headings.length - 1; i >= 0; i--) {
      const heading = this.headings[i]
      if (heading === undefined || !heading.top || heading.depth > 2) continue
      if (heading.depth === 2) {
        sections.push({ heading, next, text: this.#lines.slice(heading.after, until).join('\n') })
      }
      until = heading.before
      next = heading.block
    }
    return sections.reverse()
  }

  #line(text: string): void {
    const line = text.trim()
    if (line !== '') this.#lines.push(line)
  }
}

/** What a section is by its heading. */
export function sectionText(
  { title, audience: written }: HeadingMark,
  text: string,
  { idOf, audienceOf }: HeadingMeaning,
): SectionText {
  const id = idOf(title)
  if (id === undefined) return written === undefined ? { title, text } : { title, text, audience: written }
  const audience = written ?? audienceOf.get(id)
  return audience === undefined ? { id, title, text } : { id, title, text, audience }
}

import type { Audience } from '../model/case.js'
import type { BodyText, HeadingText, SectionText } from '../model/case-text.js'
import { splitTitle } from './headings.js'

/** What the headings of a case mean. */
export interface HeadingMeaning {
  /** Heading → section id. */
  readonly idOf: (title: string) => string | undefined
  /** Section id → the audience that the case's kind sets by default. */
  readonly audienceOf: ReadonlyMap<string, Audience>
}

interface Mark extends HeadingText {
  readonly top: boolean
  readonly audience: Audience | undefined
  /** The lines before the heading, and the first behind it. */
  readonly before: number
  readonly after: number
}

/** The lines of words of a body, and the headings between them. */
export class Outline {
  readonly #lines: string[] = []
  readonly #marks: Mark[] = []

  /** Adds lines of words, not yet trimmed. */
  words(text: string): void {
    if (!text.includes('\n')) this.#line(text)
    else for (const line of text.split('\n')) this.#line(line)
  }

  /** Adds a heading; `top` when it stands in no list and no quote. */
  heading(depth: number, text: string, top: boolean): void {
    const before = this.#lines.length
    this.words(text)
    const { title, audience } = splitTitle(text.trim())
    this.#marks.push({ depth, title, audience, top, before, after: this.#lines.length })
  }

  /** The words of the whole. */
  body({ idOf, audienceOf }: HeadingMeaning): BodyText {
    const sections: SectionText[] = []
    let until = this.#lines.length
    for (let i = this.#marks.length - 1; i >= 0; i--) {
      const mark = this.#marks[i]
      if (mark === undefined || !mark.top || mark.depth > 2) continue
      const text = mark.depth === 2 ? this.#lines.slice(mark.after, until).join('\n') : ''
      if (mark.depth === 2) sections.push(sectionOf(mark, text, idOf(mark.title), audienceOf))
      until = mark.before
    }
    const headings = this.#marks.map(({ depth, title }) => ({ depth, title }))
    return { headings, sections: sections.reverse(), text: this.#lines.join('\n') }
  }

  #line(text: string): void {
    const line = text.trim()
    if (line !== '') this.#lines.push(line)
  }
}

function sectionOf(
  { title, audience: written }: Mark,
  text: string,
  id: string | undefined,
  audienceOf: ReadonlyMap<string, Audience>,
): SectionText {
  if (id === undefined) return written === undefined ? { title, text } : { title, text, audience: written }
  const audience = written ?? audienceOf.get(id)
  return audience === undefined ? { id, title, text } : { id, title, text, audience }
}

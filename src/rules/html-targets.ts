/** A link in HTML: Markdown readers see none there, and people write images so all the same. */
export interface HtmlTarget {
  readonly to: string
  /** Offsets of the target in the text. */
  readonly start: number
  readonly end: number
}

const ATTRIBUTE = /\s(?:src|href|poster|data)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')/gi

/** What the HTML in a text leads to. */
export function* htmlTargets(text: string): Iterable<HtmlTarget> {
  if (!/<[a-z]/i.test(text)) return
  for (const match of text.matchAll(ATTRIBUTE)) {
    const to = match[1] ?? match[2] ?? ''
    const end = match.index + match[0].length - 1
    yield { to, start: end - to.length, end }
  }
}

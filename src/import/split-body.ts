import { FenceTracker } from '../parse/fence-tracker.js'
import { foldHeading } from '../parse/headings.js'
import type { DraftSection } from './render.js'

/**
 * Cuts a Markdown text at its headings of level 2 into sections: by the headings that the library
 * knows, others under their own. What stands before the first is the section given.
 */
export function splitBody(
  text: string,
  sectionOf: ReadonlyMap<string, string>,
  before: string,
): DraftSection[] {
  const fences = new FenceTracker()
  const sections: { id?: string | undefined; heading?: string | undefined; lines: string[] }[] = [
    { id: before, lines: [] },
  ]
  for (const line of text.split('\n')) {
    const heading = fences.inside(line) ? undefined : /^##[ \t]+(.+?)[ \t]*#*[ \t]*$/.exec(line)?.[1]
    if (heading === undefined) sections.at(-1)?.lines.push(line)
    else {
      const id = sectionOf.get(foldHeading(heading))
      sections.push({ id, heading: id === undefined ? heading : undefined, lines: [] })
    }
  }
  return sections
    .map(({ id, heading, lines }) => ({ id, heading, text: lines.join('\n').trim() }))
    .filter(({ text: inner }) => inner !== '')
}

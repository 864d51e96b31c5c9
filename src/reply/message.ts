import type { Language } from '../lib/message.js'
import { termsOfCase } from '../library/facets.js'
import type { Library } from '../library/library.js'
import type { Audience, Case, CaseFile, Section } from '../model/case.js'
import { labelOf, pathOf } from '../model/taxonomy.js'
import { audienceAt, isNarrower } from '../rules/audience.js'
import { CASE_PLACES, type CasePlace } from './template.js'

/**
 * What a case gives to a message for some readers: its title, its product's name, and those of its
 * sections that they may read, as Markdown without what only the library can show.
 */
export function replyValues(
  file: CaseFile,
  found: Case,
  library: Library,
  to: { readonly audience: Audience; readonly language: Language },
): Record<CasePlace, string> {
  const term = termsOfCase(found, library.taxonomy).find(({ facet }) => facet === 'product')
  const product = term === undefined ? undefined : pathOf(term)[0]
  const texts = Object.fromEntries(CASE_PLACES.map(place => [place, ''])) as Record<CasePlace, string>
  texts.id = found.id
  texts.title = found.title
  texts.product = product === undefined ? '' : labelOf(product, to.language)
  for (const section of found.body.sections) {
    const place = CASE_PLACES.find(name => name === section.id)
    if (place === undefined || section.empty) continue
    if (isNarrower(audienceAt(found, section.at.start, library.config), to.audience)) continue
    texts[place] = [texts[place], sectionText(file.text, found, section)].filter(Boolean).join('\n\n')
  }
  return texts
}

/** Of the sections that a reply may hold, those that its readers may not see. */
export function withheldSections(found: Case, library: Library, audience: Audience): string[] {
  return found.body.sections
    .filter(({ id }) => CASE_PLACES.some(place => place === id))
    .filter(({ at }) => isNarrower(audienceAt(found, at.start, library.config), audience))
    .map(({ title }) => title)
}

/** A section as it stands, without comments and pictures; links into the library become their words. */
function sectionText(text: string, { body }: Case, { content }: Section): string {
  const within = ({ start, end }: { start: number; end: number }): boolean =>
    start >= content.start && end <= content.end
  const cuts = body.comments.filter(({ at }) => within(at)).map(({ at }) => ({ ...at, text: '' }))
  for (const { kind, to, at } of body.links) {
    if (!within(at) || cuts.some(cut => at.start < cut.end && cut.start < at.end)) continue
    if (kind === 'link' && /^(?:https?|mailto|tel):/i.test(to)) continue
    cuts.push({ ...at, text: kind === 'link' ? wordsOf(text.slice(at.start, at.end)) : '' })
  }
  cuts.sort((a, b) => a.start - b.start)
  let out = ''
  let at = content.start
  for (const cut of cuts) {
    // A picture inside a link has gone with it.
    if (cut.start < at) continue
    out += text.slice(at, cut.start) + cut.text
    at = cut.end
  }
  return (out + text.slice(at, content.end))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** `[words](target)` → `words`. */
function wordsOf(link: string): string {
  return /^\[([\s\S]*?)\](?:\(|\[|$)/.exec(link)?.[1]?.replace(/!\[[^\]]*\]\([^)]*\)/g, '') ?? ''
}

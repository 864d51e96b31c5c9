import { headingSlugs } from '../lib/heading-slug.js'
import type { Case } from '../model/case.js'

/** The offset of the heading that a link's fragment names. */
export function anchorPlace({ body: { headings } }: Case, to: string): number | undefined {
  const hash = to.indexOf('#')
  if (hash === -1 || hash === to.length - 1) return undefined
  // GitHub takes the audience behind a heading for a part of it.
  const slug = decode(to.slice(hash + 1)).replace(/-audience(?:internal|partner|public)$/, '')
  const index = headingSlugs(headings.map(({ title }) => title)).indexOf(slug)
  return headings[index]?.at.start
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

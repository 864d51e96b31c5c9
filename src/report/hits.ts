import { fill, type Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells } from '../lib/text.js'
import type { Hit, SearchResult } from '../search/search.js'
import { STATUS_STYLE, STATUS_WORDS } from './case-words.js'
import { explanationLines } from './explanation.js'
import { marked } from './marked.js'

/** The hits of a search for people: id and title, what kind of answer it is, where the words stand. */
export function hitList(hits: readonly Hit[], language: Language): string {
  return hits.map(hit => hitBlock(hit, language)).join('\n\n')
}

function hitBlock(hit: Hit, language: Language): string {
  const indent = ' '.repeat(cells(hit.id) + 2)
  const lines = [
    `${style.bold(hit.id)}  ${marked(hit.title, hit.titleMarks)}`,
    `${indent}${facts(hit, language)}`,
  ]
  const { text, marks, section } = hit.snippet
  if (text !== '') {
    const heading =
      section === undefined || section.title === '' ? '' : style.dim(`${marked(section.title, [])}: `)
    lines.push(`${indent}${heading}${marked(text, marks)}`)
  }
  if (hit.explanation !== undefined) {
    lines.push(...explanationLines(hit.explanation, language).map(line => indent + line))
  }
  return lines.join('\n')
}

function facts(hit: Hit, language: Language): string {
  const status = STATUS_WORDS[hit.status][language]
  const parts = [
    hit.tier === 1 ? style.dim(status) : STATUS_STYLE[hit.status](status),
    ...[hit.kind, hit.language, hit.updated ?? ''].filter(part => part !== '').map(style.dim),
  ]
  if (hit.via !== undefined) parts.push(style.cyan(fill(REPLACES, { ids: hit.via.join(', ') })[language]))
  return parts.join(style.dim(' · '))
}

const REPLACES = { en: 'replaces {ids}', zh: '取代 {ids}' } as const

/** The result of a search as JSON, without the envelope. Messages are English. */
export function searchJson(result: SearchResult, offset: number): object {
  const { query, total, exact, hits, corrections, notes, facets } = result
  return {
    query: query.text,
    total,
    exact,
    offset,
    hits: hits.map(({ titleMarks, ...hit }) => hit),
    corrections: corrections.map(({ word, distance, shown }) => ({ word, distance, tried: shown })),
    notes: notes.map(({ code, args, message }) => ({ code, args, message: message.en })),
    ...(facets === undefined ? {} : { facets }),
  }
}

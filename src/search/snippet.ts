import type { IndexDocument } from '../store/document.js'
import { causeTexts } from './fields.js'
import { placesOf } from './term-places.js'
import type { Token } from './tokens.js'
import { isWider, opensSentence, type Span, windowAround } from './window.js'

/** Offsets in the text beside it (UTF-16 code units, `end` exclusive). */
export type Mark = readonly [start: number, end: number]

/** Where a snippet stands: a section, or `customer_phrases`, `details` of the front matter. */
export interface SnippetSection {
  readonly id?: string
  /** The heading; '' where there is none. */
  readonly title: string
}

export interface Snippet {
  /** Missing for the words before the first heading. */
  readonly section?: SnippetSection
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Terms of the query that a case has, with what each tells (`OpenedIndex.weightOf`). */
export type Weights = ReadonlyMap<string, number>

/** Widest snippet, in terminal cells. */
export const SNIPPET_CELLS = 80

/** Sections that speak of other cases: half as telling. */
const ASIDE: readonly (string | undefined)[] = ['related', 'links']

/** The places of a text that hold one of the terms; those that touch are one. */
export function marksOf(text: string, terms: Weights): Mark[] {
  return merge(placesOf(text, terms))
}

/**
 * The window that says most about the query: in the section whose distinct terms weigh most, the
 * stretch whose distinct terms weigh most. Without terms, how the problem begins.
 */
export function snippetOf(document: IndexDocument, terms: Weights, width: number = SNIPPET_CELLS): Snippet {
  const sources = sourcesOf(document)
  let best: { readonly source: Source; readonly hits: readonly Token[] } | undefined
  let most = 0
  for (const source of terms.size === 0 ? [] : sources) {
    const hits = placesOf(source.text, terms)
    const aside = ASIDE.includes(source.section?.id) ? 0.5 : 1
    const weight = weigh(hits, terms) * aside
    if (weight <= most) continue
    most = weight
    best = { source, hits }
  }
  if (best !== undefined)
    return cut(best.source, stretchOf(best.source.text, best.hits, terms, width), best.hits, width)
  const source = sources.find(({ section }) => section?.id === 'problem') ?? sources[0]
  return source === undefined ? { text: '', marks: [] } : cut(source, { start: 0, end: 0 }, [], width)
}

interface Source {
  readonly section?: SnippetSection
  readonly text: string
}

/** Sections first: of two that say the same, the case's own words explain more than its metadata. */
function sourcesOf(document: IndexDocument): Source[] {
  const sections = document.sections.map(({ id, title, text }): Source => {
    if (title === '') return { text }
    return { section: { ...(id === undefined ? {} : { id }), title }, text }
  })
  const plain = (id: string, lines: readonly string[]): Source[] =>
    lines.map(text => ({ section: { id, title: '' }, text }))
  const front = [
    ...plain('customer_phrases', document.customerPhrases),
    ...plain('causes', causeTexts(document)),
    ...plain('details', document.details),
  ]
  return [...sections, ...front].filter(({ text }) => text !== '')
}

function weigh(hits: readonly Token[], terms: Weights): number {
  let weight = 0
  for (const term of new Set(hits.map(hit => hit.term))) weight += terms.get(term) ?? 0
  return weight
}

/** Two pointers over the hits: the heaviest run of them that fits into the width. */
function stretchOf(text: string, hits: readonly Token[], terms: Weights, width: number): Span {
  let best: Span = { start: 0, end: 0 }
  let most = 0
  let first = 0
  for (const [last, { end }] of hits.entries()) {
    while (first < last && isWider(text, hits[first]?.start ?? 0, end, width - 2)) first++
    const weight = weigh(hits.slice(first, last + 1), terms)
    if (weight <= most) continue
    most = weight
    best = { start: hits[first]?.start ?? 0, end }
  }
  return best
}

function cut(source: Source, core: Span, hits: readonly Token[], width: number): Snippet {
  const window = windowAround(source.text, core, width)
  const shown = source.text.slice(window.start, window.end)
  const from = window.start + shown.length - shown.trimStart().length
  const to = window.start + shown.trimEnd().length
  const before = opensSentence(source.text, from) ? '' : '…'
  const after = to >= source.text.trimEnd().length || opensSentence(source.text, to) ? '' : '…'
  const shift = before.length - from
  const inside = hits.filter(hit => hit.start >= from && hit.end <= to)
  return {
    ...(source.section === undefined ? {} : { section: source.section }),
    text: before + source.text.slice(from, to).replace(/\s/g, ' ') + after,
    marks: merge(inside).map(([start, end]): Mark => [start + shift, end + shift]),
  }
}

function merge(tokens: readonly Token[]): Mark[] {
  const marks: [number, number][] = []
  for (const { start, end } of [...tokens].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = marks.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else marks.push([start, end])
  }
  return marks
}

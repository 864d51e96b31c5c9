import { foldKey } from '../lib/text.js'
import type { CaseId } from '../model/case-id.js'
import { pathOf, type Taxonomy, type Term } from '../model/taxonomy.js'
import type { IndexDocument } from '../store/document.js'
import { fieldTexts } from './fields.js'
import { Mentions } from './mentions.js'
import { rounded } from './near-case.js'
import type { OpenedIndex } from './opened.js'
import { votedOn } from './recommend.js'
import { findCase, neighboursOf } from './related.js'
import { VOTERS, vote } from './vote.js'

/** A facet or tag that a case may lack. */
export interface TagSuggestion {
  readonly dimension: string
  readonly value: string
  /** 0 to 1: the share of the nearest cases' votes; 0 where only the text says so. */
  readonly share: number
  /** The nearest cases that have it. */
  readonly cases: readonly CaseId[]
  /** The words of the case that name it. */
  readonly said: readonly string[]
}

export interface TagSuggestions {
  readonly document: IndexDocument
  /** By dimension, in the taxonomy's order, tags last; what most votes are for first. */
  readonly suggestions: readonly TagSuggestion[]
}

/**
 * The facets and tags that a case lacks though its nearest released cases have them, or though its
 * title, customer phrases or symptoms name them. Undefined for an unknown id.
 * @throws DamagedIndex
 */
export async function suggestTags(opened: OpenedIndex, id: CaseId): Promise<TagSuggestions | undefined> {
  const own = await findCase(opened, id)
  if (own === undefined) return undefined
  const taxonomy = await opened.taxonomy()
  const dimensions = votedOn(taxonomy)
  const all = merged([...(await votesFor(opened, own, dimensions)), ...(await saidBy(opened, own, taxonomy))])
  const lacking = all.filter(one => isFounded(own, one, taxonomy) && lacks(own, one, taxonomy))
  const deepest = lacking.filter(one => !lacking.some(other => isAbove(one, other, taxonomy)))
  const place = ({ dimension }: TagSuggestion): number => dimensions.indexOf(dimension)
  return {
    document: own,
    suggestions: deepest.sort((a, b) => place(a) - place(b) || b.share - a.share),
  }
}

async function votesFor(
  opened: OpenedIndex,
  own: IndexDocument,
  dimensions: readonly string[],
): Promise<TagSuggestion[]> {
  const reader = await opened.living()
  const { found } = await neighboursOf(opened, own, VOTERS, false)
  const documents = await reader.documents(found.map(({ document }) => document))
  const neighbours = documents.map((document, i) => ({ document, score: found[i]?.score ?? 0 }))
  // Terms have names in every language, tags are words of one.
  const alike = neighbours.filter(({ document }) => speaks(document) === speaks(own))
  const votes = [
    ...vote(
      neighbours,
      dimensions.filter(dimension => dimension !== 'tag'),
    ),
    ...vote(alike, ['tag']),
  ]
  return votes.map(found => ({ ...found, share: rounded(found.share), said: [] }))
}

/** `zh` of `zh-CN`. */
function speaks({ language }: IndexDocument): string {
  return language.toLowerCase().replace(/-.*/, '')
}

/** What the case names where it says what is wrong; the solution names what helps other cases. */
async function saidBy(opened: OpenedIndex, own: IndexDocument, taxonomy: Taxonomy): Promise<TagSuggestion[]> {
  const tags = (await (await opened.living()).facet('tag')).keys()
  const mentions = new Mentions(taxonomy, tags)
  const fields = ['title', 'customer_phrases', 'symptoms'] as const
  const texts = fields.flatMap(field => fieldTexts(own, field, taxonomy))
  return texts
    .flatMap(text => mentions.in(text))
    .map(({ dimension, value, said }) => ({ dimension, value, share: 0, cases: [], said: [said] }))
}

/** One suggestion a value, with all that speaks for it. */
function merged(suggestions: readonly TagSuggestion[]): TagSuggestion[] {
  const byKey = new Map<string, TagSuggestion>()
  for (const one of suggestions) {
    const key = `${one.dimension}=${foldKey(one.value)}`
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, one)
    else byKey.set(key, { ...same, said: [...new Set([...same.said, ...one.said])] })
  }
  return [...byKey.values()]
}

/** Neighbours that must agree, and their share where the case has a value of the facet already. */
const LEAST_VOTERS = 2
const LEAST_SHARE_MORE = 0.75

/** True where the case names the value itself, or not one neighbour alone has it. */
function isFounded(own: IndexDocument, one: TagSuggestion, taxonomy: Taxonomy): boolean {
  if (one.said.length > 0) return true
  const filed = taxonomy.dimensions.has(one.dimension) && own.facets[one.dimension] !== undefined
  return one.cases.length >= LEAST_VOTERS && one.share >= (filed ? LEAST_SHARE_MORE : 0)
}

/** True where the case has room for the value: a facet of one value takes no second, nor one beside its own branch. */
function lacks(own: IndexDocument, { dimension, value }: TagSuggestion, taxonomy: Taxonomy): boolean {
  const has = own.facets[dimension] ?? []
  if (has.some(other => foldKey(other) === foldKey(value))) return false
  const known = taxonomy.dimensions.get(dimension)
  if (known === undefined || known.facet.multiple) return true
  const term = known.facet.terms.get(value)
  return has.length === 0 && term !== undefined && pathOf(term).every(step => agrees(own, step, taxonomy))
}

function agrees(own: IndexDocument, { facet, level, id }: Term, taxonomy: Taxonomy): boolean {
  const dimension = taxonomy.facets.get(facet)?.levels[level]?.id ?? ''
  const has = own.facets[dimension] ?? []
  return has.length === 0 || has.includes(id)
}

/** True where the other one is a term below this one, and so says it as well. */
function isAbove(one: TagSuggestion, other: TagSuggestion, taxonomy: Taxonomy): boolean {
  const [facet, below] = [one, other].map(({ dimension }) => taxonomy.dimensions.get(dimension)?.facet)
  const term = below?.terms.get(other.value)
  if (one === other || facet !== below || term === undefined) return false
  return one.value !== other.value && pathOf(term).some(step => step.id === one.value)
}

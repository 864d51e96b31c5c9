import { byCodeUnit } from '../lib/text.js'
import type { CaseId } from '../model/case-id.js'
import type { IndexDocument } from '../store/document.js'

/** A facet or tag that the nearest cases have. */
export interface Vote {
  readonly dimension: string
  readonly value: string
  /** 0 to 1: of the neighbours' weights, those that have it. */
  readonly share: number
  /** The neighbours that have it, nearest first. */
  readonly cases: readonly CaseId[]
}

export interface Neighbour {
  readonly document: IndexDocument
  /** 0 to 1, as `likenesses` gives it. */
  readonly score: number
}

/** Neighbours that vote. With more, far ones outvote near ones; with fewer, one decides. */
export const VOTERS = 5
/** A neighbour less like the text than this says nothing of it. */
export const LEAST_LIKE = 0.35

/** A facet needs half of the votes; tags scatter, so that two of five equal neighbours are enough. */
const LEAST_SHARE = 0.5
const LEAST_TAG_SHARE = 0.4

/**
 * What the neighbours of a text are filed under, by vote. A neighbour's weight is how much of the
 * text it says: its score squared.
 * @param dimensions those that are voted on, in the order of the answer
 */
export function vote(neighbours: readonly Neighbour[], dimensions: readonly string[]): Vote[] {
  const voters = neighbours.filter(({ score }) => score >= LEAST_LIKE).slice(0, VOTERS)
  const total = voters.reduce((sum, { score }) => sum + score ** 2, 0)
  return dimensions.flatMap(dimension => {
    const having = new Map<string, Neighbour[]>()
    for (const voter of voters)
      for (const value of voter.document.facets[dimension] ?? [])
        having.set(value, [...(having.get(value) ?? []), voter])
    const least = dimension === 'tag' ? LEAST_TAG_SHARE : LEAST_SHARE
    return [...having]
      .map(([value, own]) => ({
        dimension,
        value,
        share: own.reduce((sum, { score }) => sum + score ** 2, 0) / total,
        cases: own.map(({ document }) => document.id),
      }))
      .filter(({ share }) => share >= least)
      .sort((a, b) => b.share - a.share || byCodeUnit(a.value, b.value))
  })
}

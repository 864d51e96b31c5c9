import { planMerge } from '../taxonomy/merge.js'
import type { Command } from './context.js'
import { type ChangeOptions, changeTaxonomy } from './taxonomy-change.js'

export interface MergeOptions extends ChangeOptions {
  readonly facet: string
  readonly term: string
  readonly into: string
}

/** `casectl taxonomy merge`: merges a term into another one in the taxonomy and in every case. */
export const taxonomyMerge: Command<MergeOptions> = (context, { facet, term, into, ...options }) => {
  const request = { facet, term, into }
  return changeTaxonomy(context, options, {
    name: 'taxonomy merge',
    asked: request,
    carried: { command: 'taxonomy merge', arguments: request },
    plan: sources => planMerge(sources, request),
    done: { en: `Merged ${term} into ${into}.`, zh: `已将 ${term} 并入 ${into}。` },
  })
}

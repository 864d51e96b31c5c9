import type { Term } from '../model/taxonomy.js'
import type { FacetCounts } from './counts.js'
import type { FacetStats } from './stats.js'

/** A facet's tree for `taxonomy --json`. */
export function treeJson({ facet, cases, of }: FacetCounts): object {
  const node = (term: Term): object => ({
    id: term.id,
    labels: term.labels,
    aliases: term.aliases,
    cases: of(term),
    ...(term.retired === undefined ? {} : { retired: term.retired }),
    ...(term.other ? { other: true } : {}),
    terms: term.children.map(node),
  })
  const { id, field, labels, required, multiple, levels, roots } = facet
  return {
    id,
    field,
    labels,
    required,
    multiple,
    levels: levels.map(level => level.id),
    cases,
    terms: roots.map(node),
  }
}

/** A facet's figures for `taxonomy --stats --json`. */
export function statsJson({ facet, terms, cases, unused, full, others }: FacetStats): object {
  return {
    id: facet.id,
    terms,
    cases,
    unused: unused.map(term => term.id),
    full: full.map(({ term, children, cap }) => ({ term: term?.id ?? null, children, cap })),
    others: others.map(({ term, cases: held, share }) => ({ term: term.id, cases: held, share })),
  }
}

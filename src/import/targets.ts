import type { Config } from '../model/config.js'
import type { Facet, Taxonomy } from '../model/taxonomy.js'

/** What a target holds. */
export type TargetKind =
  | 'line'
  | 'lines'
  | 'day'
  | 'number'
  | 'choice'
  | 'language'
  | 'term'
  | 'terms'
  | 'section'
  | 'body'
  | 'files'

/** Where a column's cells go. */
export interface Target {
  /** As a mapping names it: `product.name`, `section.problem`. */
  readonly name: string
  readonly kind: TargetKind
  /** Of `choice`. */
  readonly choices?: readonly string[]
  /** Of terms, with the level that the field addresses. */
  readonly facet?: Facet
  readonly level?: number
  /** Of sections. */
  readonly section?: string
}

/** Fields of the case schema that are no terms. Status and id are casectl's: what comes in is a draft. */
const FIELDS: Readonly<Record<string, TargetKind>> = {
  title: 'line',
  kind: 'choice',
  language: 'language',
  created: 'day',
  updated: 'day',
  opened: 'day',
  resolution_hours: 'number',
  'product.versions': 'lines',
  error_codes: 'lines',
  tags: 'lines',
  customer_phrases: 'lines',
  'source.type': 'choice',
  'source.refs': 'lines',
  audience: 'choice',
  regions: 'lines',
  owner: 'line',
  tools: 'lines',
  body: 'body',
  attachments: 'files',
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: ['case', 'sop', 'faq'],
  audience: ['internal', 'partner', 'public'],
  'source.type': [
    ...['ticket', 'chat', 'email', 'phone', 'field-service', 'community', 'sales', 'document'],
    ...['changelog', 'training', 'monitoring', 'import', 'other'],
  ],
}

/** Every target of a library: the fields of its cases, its facets, its sections. By name. */
export function targetsOf(config: Config, taxonomy: Taxonomy): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>()
  for (const [name, kind] of Object.entries(FIELDS)) {
    const choices = CHOICES[name]
    targets.set(name, { name, kind, ...(choices === undefined ? {} : { choices }) })
  }
  for (const facet of taxonomy.facets.values()) {
    const kind = facet.multiple ? 'terms' : 'term'
    const levels = facet.levels.flatMap(({ field }, level) => (field === undefined ? [] : [{ field, level }]))
    for (const { field, level } of levels) {
      const name = `${facet.field}.${field}`
      targets.set(name, { name, kind, facet, level })
    }
    if (levels.length === 0) targets.set(facet.field, { name: facet.field, kind, facet })
  }
  for (const id of config.headings.keys()) {
    const name = `section.${id}`
    targets.set(name, { name, kind: 'section', section: id })
  }
  return targets
}

/** True for targets whose cells are Markdown of a case's body. */
export function isProse({ kind }: Target): boolean {
  return kind === 'section' || kind === 'body'
}

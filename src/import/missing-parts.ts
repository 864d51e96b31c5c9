import type { Kind } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { DraftSection } from './render.js'

/** What says which parts a case must have. */
export interface Asking {
  readonly config: Config
  readonly taxonomy: Taxonomy
  /** Targets that a mapping asks for. */
  readonly required: readonly string[]
}

/**
 * What a published case of the kind needs and this draft lacks, by the names that `incomplete` takes:
 * fields as `product.name`, sections by their id.
 */
export function missingParts(
  kind: Kind,
  fields: ReadonlyMap<string, string | readonly string[]>,
  sections: readonly DraftSection[],
  { config, taxonomy, required }: Asking,
): string[] {
  const facets = [...taxonomy.facets.values()].filter(facet => facet.required)
  const asked = [
    ...config.kinds[kind].fields.map(pointer => pointer.slice(1).replaceAll('/', '.')),
    ...facets.map(({ field, levels }) =>
      levels[0]?.field === undefined ? field : `${field}.${levels[0].field}`,
    ),
    ...required.filter(name => !name.startsWith('section.')),
  ]
  const needed = [
    ...config.kinds[kind].sections.filter(section => section.required !== 'optional').map(({ id }) => id),
    ...required.filter(name => name.startsWith('section.')).map(name => name.slice('section.'.length)),
  ]
  const given = new Set(sections.map(({ id }) => id))
  const missing = [...asked.filter(name => !isGiven(name, fields)), ...needed.filter(id => !given.has(id))]
  return [...new Set(missing)]
}

function isGiven(name: string, fields: ReadonlyMap<string, string | readonly string[]>): boolean {
  for (const [field, value] of fields) {
    if ((field === name || field.startsWith(`${name}.`)) && value.length > 0) return true
  }
  return false
}

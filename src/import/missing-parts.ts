import { KINDS, type Kind } from '../model/case.js'
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

/** What a published case of a kind needs, by the names that `incomplete` takes. */
export interface AskedParts {
  /** As `product.name`. */
  readonly fields: readonly string[]
  /** By their id. */
  readonly sections: readonly string[]
}

/** What is asked of each kind. */
export function askedParts(asking: Asking): Readonly<Record<Kind, AskedParts>> {
  return Object.fromEntries(KINDS.map(kind => [kind, askedOf(kind, asking)])) as Record<Kind, AskedParts>
}

function askedOf(kind: Kind, { config, taxonomy, required }: Asking): AskedParts {
  const facets = [...taxonomy.facets.values()].filter(facet => facet.required)
  const fields = [
    ...config.kinds[kind].fields.map(pointer => pointer.slice(1).replaceAll('/', '.')),
    ...facets.map(({ field, levels }) =>
      levels[0]?.field === undefined ? field : `${field}.${levels[0].field}`,
    ),
    ...required.filter(name => !name.startsWith('section.')),
  ]
  const sections = [
    ...config.kinds[kind].sections.filter(section => section.required !== 'optional').map(({ id }) => id),
    ...required.filter(name => name.startsWith('section.')).map(name => name.slice('section.'.length)),
  ]
  return { fields, sections }
}

/** What is asked for and a draft lacks, each once. */
export function missingParts(
  asked: AskedParts,
  fields: ReadonlyMap<string, string | readonly string[]>,
  sections: readonly DraftSection[],
): string[] {
  const given = new Set<string>()
  for (const [field, value] of fields) {
    if (value.length === 0) continue
    given.add(field)
    // `product.name` gives a `product` too.
    for (let dot = field.indexOf('.'); dot !== -1; dot = field.indexOf('.', dot + 1)) {
      given.add(field.slice(0, dot))
    }
  }
  const missing = new Set(asked.fields.filter(name => !given.has(name)))
  const said = new Set(sections.map(({ id }) => id))
  for (const id of asked.sections) if (!said.has(id)) missing.add(id)
  return [...missing]
}

import { CasectlError } from '../lib/errors.js'
import type { Filters } from '../library/filter.js'

/** The filter options as Commander names them, each a list of what was typed. */
export interface FilterOptions {
  readonly product?: readonly string[]
  readonly module?: readonly string[]
  readonly industry?: readonly string[]
  readonly scenario?: readonly string[]
  readonly problemType?: readonly string[]
  readonly faultType?: readonly string[]
  readonly urgency?: readonly string[]
  readonly status?: readonly string[]
  readonly tag?: readonly string[]
  readonly language?: readonly string[]
  readonly audience?: readonly string[]
  readonly kind?: readonly string[]
  /** `name=value`, for facets of the library's own. */
  readonly facet?: readonly string[]
}

const DIMENSION_OF: Readonly<Record<Exclude<keyof FilterOptions, 'facet'>, string>> = {
  product: 'product',
  module: 'module',
  industry: 'industry',
  scenario: 'scenario',
  problemType: 'problem-type',
  faultType: 'fault-type',
  urgency: 'urgency',
  status: 'status',
  tag: 'tag',
  language: 'language',
  audience: 'audience',
  kind: 'kind',
}

/** The dimensions with an option of their own; the others are `--facet name=value`. */
export const FILTER_DIMENSIONS: readonly string[] = Object.values(DIMENSION_OF)

/**
 * What was typed, by dimension: still aliases and labels, for `resolveFilters`.
 * @throws CasectlError `usage` for a `--facet` that is not `name=value`
 */
export function filtersOf(options: FilterOptions): Filters {
  const filters: Record<string, string[]> = Object.create(null)
  const add = (dimension: string, values: readonly string[]): void => {
    filters[dimension] = [...(filters[dimension] ?? []), ...values]
  }
  for (const [option, dimension] of Object.entries(DIMENSION_OF)) {
    const values = options[option as keyof FilterOptions]
    if (values !== undefined) add(dimension, values)
  }
  for (const pair of options.facet ?? []) {
    const [name, value] = readPair(pair)
    add(name, [value])
  }
  return filters
}

function readPair(pair: string): [string, string] {
  const cut = pair.indexOf('=')
  const [name, value] = [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]
  if (cut !== -1 && name !== '' && value !== '') return [name, value]
  throw new CasectlError(
    'usage',
    { en: `--facet takes name=value, not "${pair}".`, zh: `--facet 的形式是“名称=值”，而不是“${pair}”。` },
    { en: 'For instance --facet fault-type=network', zh: '例如 --facet fault-type=network' },
  )
}

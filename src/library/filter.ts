import { CasectlError } from '../lib/errors.js'
import { nearest } from '../lib/near-names.js'
import { foldKey } from '../lib/text.js'
import { AUDIENCES, KINDS, STATUSES } from '../model/case.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { type FacetValues, FIXED_DIMENSIONS } from './facets.js'

/** Dimension → wanted values. Values of one dimension are alternatives; dimensions all must hold. */
export type Filters = Readonly<Record<string, readonly string[]>>

/**
 * Resolves what a user typed to values that cases carry: aliases and labels become term ids,
 * `zh` covers `zh-CN`.
 * @throws CasectlError `unknown-filter` for a dimension or value that the library does not know
 */
export function resolveFilters(typed: Filters, taxonomy: Taxonomy): Filters {
  const resolved: Record<string, readonly string[]> = Object.create(null)
  for (const [dimension, values] of Object.entries(typed)) {
    if (values.length === 0) continue
    resolved[dimension] = values.map(value => resolveValue(dimension, value, taxonomy))
  }
  return resolved
}

/** True when the values of a case meet every filter. */
export function matches(values: FacetValues, filters: Filters): boolean {
  for (const [dimension, wanted] of Object.entries(filters)) {
    const has = (Object.hasOwn(values, dimension) ? values[dimension] : undefined) ?? []
    if (!wanted.some(value => has.some(own => meets(dimension, own, value)))) return false
  }
  return true
}

/** True when a value that a case has meets a wanted one: tags in any spelling, `zh` also `zh-CN`. */
export function meets(dimension: string, own: string, wanted: string): boolean {
  if (dimension === 'tag') return foldKey(own) === foldKey(wanted)
  if (dimension === 'language') {
    const [a, b] = [own.toLowerCase(), wanted.toLowerCase()]
    return a === b || a.startsWith(`${b}-`)
  }
  return own === wanted
}

const CHOICES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['status', STATUSES],
  ['kind', KINDS],
  ['audience', AUDIENCES],
])

function resolveValue(dimension: string, value: string, taxonomy: Taxonomy): string {
  const choices = CHOICES.get(dimension)
  if (choices !== undefined) {
    const found = choices.find(choice => choice === foldKey(value))
    if (found === undefined) throw unknownValue(dimension, value, nearest(value, choices), choices)
    return found
  }
  if ((FIXED_DIMENSIONS as readonly string[]).includes(dimension)) return value
  const known = taxonomy.dimensions.get(dimension)
  if (known === undefined) {
    const names = [...taxonomy.dimensions.keys(), ...FIXED_DIMENSIONS]
    throw unknownValue('facet', dimension, nearest(dimension, names), names)
  }
  const resolution = taxonomy.resolve(known.facet.id, value, known.level)
  if (resolution.kind === 'unknown') throw unknownValue(dimension, value, resolution.nearest, [])
  return resolution.term.id
}

function unknownValue(
  dimension: string,
  value: string,
  suggestions: readonly string[],
  all: readonly string[],
): CasectlError {
  const list = suggestions.length > 0 ? suggestions : all
  const text = {
    en: `--${dimension}: the library knows no "${value}".`,
    zh: `--${dimension}：案例库中没有“${value}”。`,
  }
  if (list.length === 0) {
    const see = {
      en: 'See `casectl taxonomy` for the terms.',
      zh: '可用 `casectl taxonomy` 查看全部术语。',
    }
    return new CasectlError('unknown-filter', text, see)
  }
  const hint =
    suggestions.length > 0
      ? { en: `Did you mean ${list.join(' or ')}?`, zh: `是否想写 ${list.join(' 或 ')}？` }
      : { en: `Known: ${list.join(', ')}`, zh: `可用：${list.join('、')}` }
  return new CasectlError('unknown-filter', text, hint)
}

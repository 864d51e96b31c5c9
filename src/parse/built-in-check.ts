import { isPlainObject } from '../lib/plain-object.js'
import { CASE_FIELDS } from './case-keys.js'
import { fixedCheck } from './fixed-check.js'
import type { SchemaError, Validator } from './schema.js'

/**
 * The validator of the cases of a library without a schema of its own. Its facets are checked apart
 * from the fields that every library has, so that the code for both is made when casectl is built.
 * @param facetFields front-matter keys of the facets
 */
export function builtInCheck(facetFields: readonly string[]): Validator {
  const facets = facetFields.filter(field => !CASE_FIELDS.includes(field))
  const [checkCase, checkFacets] = [fixedCheck('case'), fixedCheck('facets')]
  return values => {
    if (!isPlainObject(values)) return checkCase(values)
    const written = facets.filter(field => Object.hasOwn(values, field))
    if (written.length === 0) return checkCase(values)
    const [own, others] = apart(values, written)
    const errors: SchemaError[] = [...checkCase(others), ...checkFacets(own)]
    // What was converted stands in the parts.
    for (const part of [others, own]) {
      for (const [key, value] of Object.entries(part)) {
        if (value !== values[key]) Object.assign(values, { [key]: value })
      }
    }
    return errors
  }
}

type Values = Record<string, unknown>

/** The values of some keys, and all others. */
function apart(values: Readonly<Values>, keys: readonly string[]): [Values, Values] {
  const others: Values = Object.assign(Object.create(null), values)
  const own: Values = Object.create(null)
  for (const key of keys) {
    own[key] = others[key]
    delete others[key]
  }
  return [own, others]
}

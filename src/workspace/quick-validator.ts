import { quickCaseCheck } from '../parse/quick-check.js'
import type { Validator } from '../parse/schema.js'
import type { Indexable } from './indexable.js'

const NOT_SURE = [{ keyword: '', instancePath: '', schemaPath: '', params: {} }]

/**
 * A validator for the fast readers that starts at once: it finds nothing wrong only where nothing is,
 * and what it finds wrong may be sound. A library with a schema of its own has the whole one.
 * @throws CasectlError `settings` when the own schema is missing or no valid JSON Schema
 */
export async function quickValidator({
  root,
  config,
  taxonomy,
}: Pick<Indexable, 'root' | 'config' | 'taxonomy'>): Promise<Validator> {
  if (config.schema !== undefined) {
    const { openCaseValidator } = await import('./own-schema.js')
    return openCaseValidator(root, config, taxonomy)
  }
  const check = quickCaseCheck([...taxonomy.facets.values()].map(facet => facet.field))
  return values => (check(values as Readonly<Record<string, unknown>>) ? [] : NOT_SURE)
}

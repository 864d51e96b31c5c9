import { CaseParser } from '../parse/parse-case.js'
import type { Indexable } from './indexable.js'
import { openCaseValidator } from './own-schema.js'

/**
 * The parser of a library with the settings given.
 * @throws CasectlError `settings` when the own schema is missing or no valid JSON Schema
 */
export async function openCaseParser({
  root,
  config,
  taxonomy,
}: Pick<Indexable, 'root' | 'config' | 'taxonomy'>): Promise<CaseParser> {
  return new CaseParser({ config, taxonomy, validate: await openCaseValidator(root, config, taxonomy) })
}

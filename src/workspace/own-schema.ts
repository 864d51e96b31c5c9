import { readSettingsFile } from '../io/settings-file.js'
import { CasectlError } from '../lib/errors.js'
import type { Config } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { builtInCheck } from '../parse/built-in-check.js'
import type { Validator } from '../parse/schema.js'

/**
 * The validator of a library's front matter: built-in schema, facets, and the library's own
 * schema if it has one.
 * @throws CasectlError `settings` when the own schema is missing or no valid JSON Schema
 */
export async function openCaseValidator(
  root: string,
  config: Config,
  taxonomy: Taxonomy,
): Promise<Validator> {
  const facets = [...taxonomy.facets.values()].map(facet => facet.field)
  if (config.schema === undefined) return builtInCheck(facets)
  const text = await readSettingsFile(root, config.schema)
  if (text === null) throw schemaError(config.schema, 'the file is missing', '文件不存在')
  try {
    const [{ caseValidator }, { linearRegExp }] = await Promise.all([
      import('../parse/schema.js'),
      import('../parse/linear-regexp.js'),
    ])
    return caseValidator(facets, { schema: JSON.parse(text), regExp: linearRegExp })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw schemaError(config.schema, reason, reason)
  }
}

function schemaError(path: string, en: string, zh: string): CasectlError {
  return new CasectlError(
    'settings',
    { en: `${path} cannot be used: ${en}.`, zh: `${path} 无法使用：${zh}。` },
    { en: 'It must be a JSON Schema (2020-12) object.', zh: '它必须是一个 JSON Schema（2020-12）对象。' },
  )
}

import { Ajv2020, type CodeOptions } from 'ajv/dist/2020.js'
import { isDay } from '../lib/day.js'
import { isLanguageTag } from './language-tag.js'
import { withUniqueItems } from './unique-items.js'

const RULES_OF_OURS = { allErrors: true, strict: true, allowUnionTypes: true, ownProperties: true } as const

/**
 * ajv as casectl uses it: every error, own properties only, formats `day` and `language`.
 * Text becomes numbers and booleans here and nowhere else, hence `coerceTypes`.
 * @param code how ajv writes its code: an engine for patterns, a module's source
 */
export function newAjv(code?: CodeOptions): Ajv2020 {
  const ajv = new Ajv2020({
    ...RULES_OF_OURS,
    coerceTypes: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
    ...(code === undefined ? {} : { code }),
  })
  ajv.addFormat('day', isDay)
  ajv.addFormat('language', isLanguageTag)
  return withUniqueItems(ajv)
}

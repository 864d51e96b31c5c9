import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js'
import { FIXED_SCHEMAS, type FixedSchema } from './fixed-schemas.js'
import { newAjv } from './new-ajv.js'

let ajv: Ajv2020 | undefined

/**
 * The validator of one of casectl's own schemas. The build puts in the place of this file what ajv
 * makes of them (`scripts/compiled-schemas.mjs`): a command that checks its settings loads no compiler.
 */
export function fixedValidator(name: FixedSchema): ValidateFunction {
  if (ajv === undefined) {
    ajv = newAjv()
    for (const [key, schema] of Object.entries(FIXED_SCHEMAS)) ajv.addSchema(schema, key)
  }
  const validate = ajv.getSchema(name)
  if (validate === undefined) throw new Error(`no schema ${name}`)
  return validate as ValidateFunction
}

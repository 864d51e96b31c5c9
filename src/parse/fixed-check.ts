import type { FixedSchema } from './fixed-schemas.js'
import { fixedValidator } from './fixed-validators.js'
import type { Validator } from './schema.js'

/** The check of plain values against one of casectl's own schemas. */
export function fixedCheck(name: FixedSchema): Validator {
  return values => {
    const validate = fixedValidator(name)
    return validate(values) ? [] : (validate.errors ?? [])
  }
}

import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }
import { CASE_FIELDS } from './case-keys.js'
import { newAjv } from './new-ajv.js'

/** What a schema refused, in the words of JSON Schema. */
export type SchemaError = ErrorObject

/**
 * Checks plain values against a schema and converts text to the types that the schema asks for
 * (numbers, booleans), in place. Returns every error, in no promised order.
 */
export type Validator = (values: unknown) => readonly SchemaError[]

/** ajv's port for regular expressions: patterns of users must be linear in time. */
export type RegExpEngine = ((pattern: string, flags: string) => { test(text: string): boolean }) & {
  code: string
}

/**
 * The validator of the cases of a library with a schema of its own: the built-in schema, its own
 * beside it (`allOf`: it can only add), one field a facet, and nothing else.
 * @param facetFields front-matter keys of the facets
 * @param own the library's schema with the engine for its patterns
 * @throws Error when the library's schema does not compile
 */
export function caseValidator(
  facetFields: readonly string[],
  own: { readonly schema: AnySchemaObject; readonly regExp: RegExpEngine },
): Validator {
  const ajv = newAjv({ regExp: own.regExp })
  ajv.addSchema(addingOnly(own.schema), OWN)
  const terms = { $ref: `${caseSchema.$id}#/$defs/termOrTerms` }
  const facets = facetFields.filter(field => !CASE_FIELDS.includes(field)).map(field => [field, terms])
  ajv.addSchema(caseSchema)
  return validatorOf(
    ajv.compile({
      allOf: [{ $ref: caseSchema.$id }, { $ref: OWN }],
      properties: Object.fromEntries(facets),
      unevaluatedProperties: false,
    }),
  )
}

const OWN = 'casectl:own-schema'

// What a library says of keys that it does not name would either wave every misspelt key through
// or refuse the built-in fields: that question is answered above, by `unevaluatedProperties`.
function addingOnly(schema: AnySchemaObject): AnySchemaObject {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw new Error('not a JSON object')
  }
  const silent = ['additionalProperties', 'unevaluatedProperties']
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !silent.includes(keyword)))
}

function validatorOf(validate: ValidateFunction): Validator {
  return values => (validate(values) ? [] : (validate.errors ?? []))
}

/**
 * Checks a rule's options against the rule's schema, converting text in place.
 * @returns the first thing wrong, or undefined
 */
export function checkOptions(schema: object, options: unknown): string | undefined {
  const error = validatorOf(newAjv().compile(schema))(options)[0]
  return error === undefined ? undefined : `${error.instancePath.slice(1)} ${error.message ?? ''}`.trim()
}

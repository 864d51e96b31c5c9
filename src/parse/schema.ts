import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import approvalsSchema from '../../schemas/approvals.schema.json' with { type: 'json' }
import carrySchema from '../../schemas/carry-over.schema.json' with { type: 'json' }
import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import evalSchema from '../../schemas/eval.schema.json' with { type: 'json' }
import exceptionSchema from '../../schemas/exception.schema.json' with { type: 'json' }
import mappingSchema from '../../schemas/import-mapping.schema.json' with { type: 'json' }
import productsSchema from '../../schemas/products.schema.json' with { type: 'json' }
import reviewSchema from '../../schemas/review.schema.json' with { type: 'json' }
import rolesSchema from '../../schemas/roles.schema.json' with { type: 'json' }
import synonymsSchema from '../../schemas/synonyms.schema.json' with { type: 'json' }
import taxonomySchema from '../../schemas/taxonomy.schema.json' with { type: 'json' }
import ticketSchema from '../../schemas/ticket.schema.json' with { type: 'json' }
import { isDay } from '../lib/day.js'
import { CASE_FIELDS } from './case-keys.js'
import { isLanguageTag } from './language-tag.js'
import { withUniqueItems } from './unique-items.js'

/** What a schema refused, in the words of JSON Schema. */
export type SchemaError = ErrorObject

/**
 * Checks plain values against a schema and converts text to the types that the schema asks for
 * (numbers, booleans), in place. Returns every error, in no promised order.
 */
export type Validator = (values: unknown) => readonly SchemaError[]

const RULES_OF_OURS = { allErrors: true, strict: true, allowUnionTypes: true, ownProperties: true } as const

/** Text becomes numbers and booleans here and nowhere else, hence `coerceTypes`. */
function newAjv(regExp?: RegExpEngine): Ajv2020 {
  const ajv = new Ajv2020({
    ...RULES_OF_OURS,
    coerceTypes: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
    ...(regExp === undefined ? {} : { code: { regExp } }),
  })
  ajv.addFormat('day', isDay)
  ajv.addFormat('language', isLanguageTag)
  return withUniqueItems(ajv)
}

/** ajv's port for regular expressions: patterns of users must be linear in time. */
export type RegExpEngine = ((pattern: string, flags: string) => { test(text: string): boolean }) & {
  code: string
}

let configValidator: Validator | undefined
let taxonomyValidator: Validator | undefined
let synonymsValidator: Validator | undefined
let mappingValidator: Validator | undefined
let ticketValidator: Validator | undefined
let goldValidator: Validator | undefined
let reviewValidator: Validator | undefined
let approvalsValidator: Validator | undefined
let productsValidator: Validator | undefined
let exceptionValidator: Validator | undefined
let carryValidator: Validator | undefined
let rolesValidator: Validator | undefined

export function validateConfig(values: unknown): readonly SchemaError[] {
  configValidator ??= validatorOf(newAjv().compile(configSchema))
  return configValidator(values)
}

export function validateMapping(values: unknown): readonly SchemaError[] {
  mappingValidator ??= validatorOf(newAjv().compile(mappingSchema))
  return mappingValidator(values)
}

export function validateTicket(values: unknown): readonly SchemaError[] {
  ticketValidator ??= validatorOf(newAjv().compile(ticketSchema))
  return ticketValidator(values)
}

export function validateTaxonomy(values: unknown): readonly SchemaError[] {
  taxonomyValidator ??= validatorOf(newAjv().compile(taxonomySchema))
  return taxonomyValidator(values)
}

export function validateSynonyms(values: unknown): readonly SchemaError[] {
  synonymsValidator ??= validatorOf(newAjv().compile(synonymsSchema))
  return synonymsValidator(values)
}

export function validateGold(values: unknown): readonly SchemaError[] {
  goldValidator ??= validatorOf(newAjv().compile(evalSchema))
  return goldValidator(values)
}

export function validateReview(values: unknown): readonly SchemaError[] {
  reviewValidator ??= validatorOf(newAjv().compile(reviewSchema))
  return reviewValidator(values)
}

/** The roles of a file of their own are those of the configuration. */
export function validateRoles(values: unknown): readonly SchemaError[] {
  rolesValidator ??= validatorOf(newAjv().addSchema(configSchema).compile(rolesSchema))
  return rolesValidator(values)
}

export function validateApprovals(values: unknown): readonly SchemaError[] {
  approvalsValidator ??= validatorOf(newAjv().compile(approvalsSchema))
  return approvalsValidator(values)
}

export function validateProducts(values: unknown): readonly SchemaError[] {
  productsValidator ??= validatorOf(newAjv().compile(productsSchema))
  return productsValidator(values)
}

export function validateException(values: unknown): readonly SchemaError[] {
  exceptionValidator ??= validatorOf(newAjv().compile(exceptionSchema))
  return exceptionValidator(values)
}

export function validateCarry(values: unknown): readonly SchemaError[] {
  carryValidator ??= validatorOf(newAjv().compile(carrySchema))
  return carryValidator(values)
}

/**
 * The validator of a library's cases: the built-in schema, the library's own beside it (`allOf`:
 * it can only add), one field a facet, and nothing else.
 * @param facetFields front-matter keys of the facets
 * @param own the library's schema with the engine for its patterns
 * @throws Error when the library's schema does not compile
 */
export function caseValidator(
  facetFields: readonly string[],
  own?: { readonly schema: AnySchemaObject; readonly regExp: RegExpEngine },
): Validator {
  const ajv = newAjv(own?.regExp)
  if (own !== undefined) ajv.addSchema(addingOnly(own.schema), OWN)
  const terms = { $ref: `${caseSchema.$id}#/$defs/termOrTerms` }
  const facets = facetFields.filter(field => !CASE_FIELDS.includes(field)).map(field => [field, terms])
  ajv.addSchema(caseSchema)
  return validatorOf(
    ajv.compile({
      allOf: [{ $ref: caseSchema.$id }, ...(own === undefined ? [] : [{ $ref: OWN }])],
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

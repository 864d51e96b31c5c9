import caseSchema from '../../schemas/case.schema.json' with { type: 'json' }

/** The fields of the built-in case schema. */
export const CASE_FIELDS: readonly string[] = Object.keys(caseSchema.properties)

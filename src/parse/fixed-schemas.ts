import approvals from '../../schemas/approvals.schema.json' with { type: 'json' }
import carry from '../../schemas/carry-over.schema.json' with { type: 'json' }
import builtIn from '../../schemas/case.schema.json' with { type: 'json' }
import config from '../../schemas/config.schema.json' with { type: 'json' }
import gold from '../../schemas/eval.schema.json' with { type: 'json' }
import exception from '../../schemas/exception.schema.json' with { type: 'json' }
import mapping from '../../schemas/import-mapping.schema.json' with { type: 'json' }
import products from '../../schemas/products.schema.json' with { type: 'json' }
import review from '../../schemas/review.schema.json' with { type: 'json' }
import roles from '../../schemas/roles.schema.json' with { type: 'json' }
import synonyms from '../../schemas/synonyms.schema.json' with { type: 'json' }
import taxonomy from '../../schemas/taxonomy.schema.json' with { type: 'json' }
import ticket from '../../schemas/ticket.schema.json' with { type: 'json' }

/** The fields of a case in a library without a schema of its own, but for those of its facets. */
const case_ = { allOf: [{ $ref: builtIn.$id }], unevaluatedProperties: false }

/** The values of a case's facets that are no built-in fields. */
const facets = { type: 'object', additionalProperties: { $ref: `${builtIn.$id}#/$defs/termOrTerms` } }

/** Schemas that are the same in every library. */
export const FIXED_SCHEMAS = {
  approvals,
  builtIn,
  carry,
  case: case_,
  config,
  exception,
  facets,
  gold,
  mapping,
  products,
  review,
  roles,
  synonyms,
  taxonomy,
  ticket,
} as const

export type FixedSchema = keyof typeof FIXED_SCHEMAS

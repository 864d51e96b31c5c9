import approvals from '../../schemas/approvals.schema.json' with { type: 'json' }
import carry from '../../schemas/carry-over.schema.json' with { type: 'json' }
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

/** Schemas that are the same in every library. That of cases is not: facets add fields, and a library may. */
export const FIXED_SCHEMAS = {
  approvals,
  carry,
  config,
  exception,
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

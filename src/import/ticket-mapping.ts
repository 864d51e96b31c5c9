import type { ImportMapping } from '../model/import-mapping.js'
import type { Target } from './targets.js'

/** Fields of a ticket that are called otherwise in a case. */
const NAMES: Readonly<Record<string, string>> = {
  id: 'source.refs',
  source: 'source.type',
  product: 'product.name',
  module: 'product.module',
  versions: 'product.versions',
}
const SAME = [
  ...['title', 'kind', 'language', 'category', 'fault_type', 'urgency', 'error_codes', 'tags'],
  ...['customer_phrases', 'opened', 'resolution_hours'],
]
const SECTIONS = [
  ...['background', 'problem', 'symptoms', 'tried', 'diagnosis', 'resolution', 'steps', 'cautions'],
]

/** How a ticket of `ticket.schema.json` becomes a case, as far as the library has the fields. */
export function ticketMapping(targets: ReadonlyMap<string, Target>): ImportMapping {
  const all: readonly (readonly [string, string])[] = [
    ...Object.entries(NAMES),
    ...SAME.map(name => [name, name] as const),
    ...SECTIONS.map(name => [name, `section.${name}`] as const),
  ]
  const columns = all.flatMap(([column, to]) => (targets.has(to) ? [{ column, to }] : []))
  return { columns, constants: { 'source.type': 'ticket' } }
}

import mappingSchema from '../../schemas/import-mapping.schema.json' with { type: 'json' }
import type { ImportMapping } from '../model/import-mapping.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of a `mapping.yml` → its data, checked by its schema. */
export function readMapping(text: string): SettingsResult<ImportMapping> {
  return readSettings<ImportMapping>(text, fixedCheck('mapping'), Object.keys(mappingSchema.properties))
}

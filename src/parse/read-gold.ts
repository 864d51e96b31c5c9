import type { GoldQuery } from '../model/gold.js'
import { validateGold } from './schema.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of a file of gold queries → its queries, checked. */
export function readGold(text: string): SettingsResult<{ readonly queries: readonly GoldQuery[] }> {
  return readSettings(text, validateGold, ['version', 'queries'])
}

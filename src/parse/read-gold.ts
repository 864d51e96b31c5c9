import type { GoldQuery } from '../model/gold.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of a file of gold queries → its queries, checked. */
export function readGold(text: string): SettingsResult<{ readonly queries: readonly GoldQuery[] }> {
  return readSettings(text, fixedCheck('gold'), ['version', 'queries'])
}

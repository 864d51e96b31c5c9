import { readSettingsFile } from '../io/settings-file.js'
import type { Config } from '../model/config.js'
import type { SynonymsData } from '../model/synonyms.js'
import { readSynonyms } from '../parse/read-synonyms.js'
import { settingsError } from './settings-error.js'

/**
 * The synonyms of a library; none where it has no such file.
 * @throws CasectlError `settings` when the file cannot be used
 */
export async function openSynonyms(root: string, config: Config): Promise<SynonymsData> {
  const read = readSynonyms((await readSettingsFile(root, config.synonyms)) ?? '')
  if (read.value === undefined) throw settingsError(config.synonyms, read.problems)
  return read.value
}

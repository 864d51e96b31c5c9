import { basename, dirname } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { readSettingsFile } from '../io/settings-file.js'

/**
 * Whether the settings may ask for a log of searches: a look at their text, since reading them costs a
 * quick search more than the search itself.
 */
export async function mayLogSearches(cwd: string, given: string | undefined): Promise<boolean> {
  const { config } = findRoot(cwd, given)
  const text = await readSettingsFile(dirname(config), basename(config))
  return text !== null && /(?:^\s*|[{,"']\s*)log["']?\s*:/m.test(text)
}

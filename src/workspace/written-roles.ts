import { readSettingsFile } from '../io/settings-file.js'
import type { FieldPlace, Pointer } from '../model/case.js'
import type { WrittenConfig } from '../model/config.js'
import { ROLES_FILE } from '../model/review.js'
import { readRoles } from '../parse/read-roles.js'
import { settingsError } from './settings-error.js'

/**
 * What was written in the configuration, with the roles of `roles.yml` beside it if there is one.
 * @throws CasectlError `settings` for a file that does not hold, and for roles in both files
 */
export async function withRoles(
  root: string,
  written: WrittenConfig,
  fields: ReadonlyMap<Pointer, FieldPlace>,
): Promise<WrittenConfig> {
  const text = await readSettingsFile(root, ROLES_FILE)
  if (text === null) return written
  const read = readRoles(text, fields)
  if (read.value === undefined) throw settingsError(ROLES_FILE, read.problems)
  return { ...written, review: { ...written.review, roles: read.value.roles } }
}

/** Where the roles of `roles.yml` stand, under the pointers that they have in the configuration. */
export async function roleSource(
  root: string,
): Promise<{ readonly path: string; readonly places: ReadonlyMap<Pointer, FieldPlace> }> {
  const text = await readSettingsFile(root, ROLES_FILE)
  const read = text === null ? undefined : readRoles(text, new Map())
  const fields = read?.value === undefined ? [] : [...read.fields]
  return { path: ROLES_FILE, places: new Map(fields.map(([pointer, place]) => [`/review${pointer}`, place])) }
}

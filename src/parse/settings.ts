import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import { LineIndex } from '../model/range.js'
import { fastYaml } from './fast-yaml.js'
import { LaterPlaces } from './later-places.js'
import type { SchemaError } from './schema.js'
import { schemaProblems } from './schema-problem.js'
import { parseYaml } from './yaml-document.js'
import { readYaml } from './yaml-value.js'

/** A settings file that was read: its values, or what is wrong with it. */
export type SettingsResult<T> =
  | {
      readonly value: T
      readonly fields: ReadonlyMap<Pointer, FieldPlace>
      readonly problems: readonly []
    }
  | { readonly value?: undefined; readonly problems: readonly Problem[] }

/**
 * Reads a YAML settings file (configuration, taxonomy, synonyms) through the same door as front
 * matter: plain data only, checked by its schema, every problem with its place. Never throws.
 */
export function readSettings<T>(
  text: string,
  validate: (values: unknown) => readonly SchemaError[],
  known: readonly string[],
): SettingsResult<T> {
  const values = fastYaml(text)
  // What is wrong needs its place, which the parser knows.
  if (values === undefined || validate(values).length > 0) return parseSettings(text, validate, known)
  const fields = new LaterPlaces(() => {
    const parsed = parseSettings<T>(text, validate, known)
    return 'fields' in parsed ? parsed.fields : new Map()
  })
  return { value: values as T, fields, problems: [] }
}

/** The same by the parser. */
export function parseSettings<T>(
  text: string,
  validate: (values: unknown) => readonly SchemaError[],
  known: readonly string[],
): SettingsResult<T> {
  const lines = new LineIndex(text)
  const parsed = parseYaml(text, { offset: 0, lines, maxValues: Number.POSITIVE_INFINITY })
  if (parsed.problem !== undefined) return { problems: [parsed.problem] }
  const whole = lines.range(0, 0)
  // A file of comments only says nothing: every default holds.
  const read =
    parsed.root === null ? { values: {}, fields: new Map(), problems: [] } : readYaml(parsed.root, 0, lines)
  if ('fatal' in read && read.fatal !== undefined) return { problems: [read.fatal] }
  const refused = schemaProblems(validate(read.values), { fields: read.fields, whole, known })
  const problems = [...read.problems, ...refused].sort((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0))
  return problems.length > 0 ? { problems } : { value: read.values as T, fields: read.fields, problems: [] }
}

import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { type FieldPlace, KINDS, type Pointer, type Problem } from '../model/case.js'
import type { Config, WrittenConfig } from '../model/config.js'
import { checkReview } from './check-review.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of `casectl.config.yml` → what was written, checked. */
export function readConfig(text: string): SettingsResult<WrittenConfig> {
  return readSettings<WrittenConfig>(text, fixedCheck('config'), Object.keys(configSchema.properties))
}

/** Where each key of `casectl.config.yml` stands; empty for a text that is no configuration. */
export function configPlaces(text: string): ReadonlyMap<Pointer, FieldPlace> {
  const read = readConfig(text)
  return read.value === undefined ? new Map() : read.fields
}

/**
 * Problems of the configuration beyond its schema: section ids that no heading names, roles that nobody has.
 * @param fields where the keys stand, for problems with places
 */
export function checkConfig(config: Config, fields: ReadonlyMap<Pointer, FieldPlace> = new Map()): Problem[] {
  const problems: Problem[] = checkReview(config.review, fields)
  for (const kind of KINDS) {
    for (const [i, { id }] of config.kinds[kind].sections.entries()) {
      if (config.headings.has(id)) continue
      const pointer = `/kinds/${kind}/sections/${i}`
      const place = fields.get(`${pointer}/id`) ?? fields.get(pointer)
      problems.push({
        rule: 'config',
        code: 'unknownSection',
        message: {
          en: 'kinds.{kind} names the section `{id}`, for which `sections` gives no heading.',
          zh: 'kinds.{kind} 用到了章节 `{id}`，但 `sections` 没有给出它的标题。',
        },
        args: { kind, id },
        pointer,
        ...(place === undefined ? {} : { at: place.value }),
      })
    }
  }
  return problems
}

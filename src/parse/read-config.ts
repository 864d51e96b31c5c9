import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { type FieldPlace, KINDS, type Kind, type Pointer, type Problem } from '../model/case.js'
import type {
  Config,
  KindConfig,
  RuleConfig,
  RuleSetting,
  SectionRule,
  WrittenConfig,
} from '../model/config.js'
import { DEFAULT_CONFIG } from '../model/defaults.js'
import { SEVERITIES } from '../model/diagnostic.js'
import { validateConfig } from './schema.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of `casectl.config.yml` → what was written, checked. */
export function readConfig(text: string): SettingsResult<WrittenConfig> {
  return readSettings<WrittenConfig>(text, validateConfig, Object.keys(configSchema.properties))
}

/** Where each key of `casectl.config.yml` stands; empty for a text that is no configuration. */
export function configPlaces(text: string): ReadonlyMap<Pointer, FieldPlace> {
  const read = readConfig(text)
  return read.value === undefined ? new Map() : read.fields
}

/** What was written → what is in force. */
export function resolveConfig(written: WrittenConfig): Config {
  const base = DEFAULT_CONFIG
  const headings = new Map(base.headings)
  for (const [id, own] of Object.entries(written.sections ?? {})) {
    headings.set(id, [...own, ...(headings.get(id) ?? [])])
  }
  return {
    folders: { ...base.folders, ...written.folders },
    taxonomy: written.taxonomy ?? base.taxonomy,
    synonyms: written.synonyms ?? base.synonyms,
    ...(written.schema === undefined ? {} : { schema: written.schema }),
    idPrefix: written.id?.prefix ?? base.idPrefix,
    languages: written.languages ?? base.languages,
    defaultAudience: written.default_audience ?? base.defaultAudience,
    headings,
    kinds: Object.fromEntries(KINDS.map(kind => [kind, kindConfig(kind, written)])) as Record<
      Kind,
      KindConfig
    >,
    rules: new Map(Object.entries(written.rules ?? {}).map(([id, value]) => [id, ruleConfig(value)])),
    search: {
      boosts: { ...base.search.boosts, ...written.search?.boosts },
      limit: written.search?.limit ?? base.search.limit,
    },
    charter: {
      goals: written.charter?.goals ?? [],
      products: written.charter?.products ?? [],
      ...(written.charter?.audience === undefined ? {} : { audience: written.charter.audience }),
    },
  }
}

function kindConfig(kind: Kind, written: WrittenConfig): KindConfig {
  const base = DEFAULT_CONFIG.kinds[kind]
  const own = written.kinds?.[kind]
  const sections = own?.sections?.map(
    (section): SectionRule =>
      typeof section === 'string'
        ? { id: section, required: 'optional' }
        : { ...section, required: section.required ?? 'optional' },
  )
  return { sections: sections ?? base.sections, fields: own?.fields ?? base.fields }
}

function ruleConfig(value: RuleSetting | Readonly<Record<string, unknown>>): RuleConfig {
  if (typeof value === 'string') return { severity: value, options: {} }
  const { severity, ...options } = value
  const known = [...SEVERITIES, 'off' as const].find(name => name === severity)
  return known === undefined ? { options } : { severity: known, options }
}

/**
 * Problems of the configuration beyond its schema: section ids that no heading names.
 * @param fields where the keys stand, for problems with places
 */
export function checkConfig(config: Config, fields: ReadonlyMap<Pointer, FieldPlace> = new Map()): Problem[] {
  const problems: Problem[] = []
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

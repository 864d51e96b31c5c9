import type { FieldPlace, Pointer } from '../model/case.js'
import type { Config, KindConfig, Origin } from '../model/config.js'
import type { Rule } from '../rules/rule.js'
import { settingOf } from '../rules/setting.js'

/** One setting in force, under its key in the configuration file, and where its value comes from. */
export interface Setting {
  /** Dotted: `search.boosts.title`. */
  readonly key: string
  readonly value: unknown
  readonly origin: SettingOrigin
}

export interface SettingOrigin {
  readonly kind: Origin
  /** The flag, the environment variable or the file; none for a default. */
  readonly name?: string
  /** 1-based, in the file. */
  readonly line?: number
}

/** The configuration file as origins cite it: its path, and the place of each key written in it. */
export interface ConfigSource {
  readonly path: string
  readonly places: ReadonlyMap<Pointer, FieldPlace>
  /** Another file that sets some of the keys, under the same pointers. */
  readonly other?: ConfigSource
}

/** A key, its value, and where else the file may set it than under the key's own pointer. */
type Entry = readonly [keys: readonly string[], value: unknown, short?: readonly string[] | undefined]

/** Every setting of a configuration in the order of its schema, with what is said of each rule. */
export function settingsOf(config: Config, rules: readonly Rule[], source: ConfigSource): Setting[] {
  return [
    ...generalEntries(config),
    ...ruleEntries(config, rules),
    ...searchEntries(config),
    ...reviewEntries(config),
    ...auditEntries(config),
    ...lifecycleEntries(config),
  ]
    .filter(([, value]) => value !== undefined)
    .map(([keys, value, short]) => ({ key: keys.join('.'), value, origin: originOf(keys, short, source) }))
}

function originOf(
  keys: readonly string[],
  short: readonly string[] | undefined,
  source: ConfigSource,
): SettingOrigin {
  const place = source.places.get(pointerOf(keys)) ?? (short && source.places.get(pointerOf(short)))
  if (place === undefined) {
    return source.other === undefined ? { kind: 'default' } : originOf(keys, short, source.other)
  }
  return { kind: 'file', name: source.path, line: (place.key ?? place.value).line }
}

function pointerOf(keys: readonly string[]): Pointer {
  return keys.map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function* generalEntries(config: Config): Iterable<Entry> {
  for (const [name, folder] of Object.entries(config.folders)) yield [['folders', name], folder]
  yield [['taxonomy'], config.taxonomy]
  yield [['synonyms'], config.synonyms]
  yield [['products'], config.products]
  yield [['schema'], config.schema]
  yield [['id', 'prefix'], config.idPrefix]
  yield [['languages'], config.languages]
  yield [['default_audience'], config.defaultAudience]
  for (const [id, headings] of config.headings) yield [['sections', id], headings]
  for (const [kind, { sections, fields }] of Object.entries<KindConfig>(config.kinds)) {
    yield [['kinds', kind, 'sections'], sections]
    yield [['kinds', kind, 'fields'], fields]
  }
}

/** The preset, rules that casectl knows, then names in the configuration that it does not. */
function* ruleEntries(config: Config, rules: readonly Rule[]): Iterable<Entry> {
  yield [['preset'], config.preset]
  for (const rule of rules) {
    const { id, severity, options } = rule
    const own = config.rules.get(id)
    // `rules: { dates: off }` is short for `rules: { dates: { severity: off } }`.
    yield [['rules', id, 'severity'], settingOf(rule, config) ?? severity, own?.severity && ['rules', id]]
    for (const [name, value] of Object.entries({ ...options.defaults, ...own?.options })) {
      yield [['rules', id, name], value]
    }
  }
  for (const [id, { severity }] of config.rules) {
    if (!rules.some(rule => rule.id === id)) yield [['rules', id, 'severity'], severity, ['rules', id]]
  }
}

function* searchEntries({ search, related, charter, terms, privacy }: Config): Iterable<Entry> {
  yield [['search', 'limit'], search.limit]
  yield [['search', 'log'], search.log]
  for (const [field, boost] of Object.entries(search.boosts)) yield [['search', 'boosts', field], boost]
  yield [['related', 'threshold'], related.threshold]
  yield [['charter', 'goals'], charter.goals]
  yield [['charter', 'audience'], charter.audience]
  yield [['charter', 'products'], charter.products]
  yield [['terms'], terms]
  yield [['privacy', 'allow'], privacy.allow]
  for (const [type, text] of Object.entries(privacy.mask)) yield [['privacy', 'mask', type], text]
}

function* reviewEntries({ forge, review }: Config): Iterable<Entry> {
  yield [['forge'], forge]
  yield [['review', 'identity'], review.identity]
  yield [['review', 'adopted'], review.adopted]
  yield [['review', 'threshold'], review.threshold]
  for (const [role, reviewers] of review.roles) yield [['review', 'roles', role], reviewers]
  for (const [kind, roles] of Object.entries(review.required)) yield [['review', 'required', kind], roles]
  yield [['review', 'exceptions'], review.exceptions]
  yield [['review', 'raci'], review.raci]
  yield [['review', 'reuse', 'solved'], review.reuse.solved]
  yield [['review', 'reuse', 'unsolved'], review.reuse.unsolved]
  yield [['review', 'months'], review.months]
  for (const [group, months] of Object.entries(review.monthsBy)) {
    for (const [name, own] of Object.entries(months)) yield [['review', 'months_by', group, name], own]
  }
}

function* auditEntries({ audit }: Config): Iterable<Entry> {
  yield [['audit', 'retention'], `${audit.retention}d`]
  yield [['audit', 'anchor'], audit.anchor]
  for (const [name, value] of Object.entries(audit.hours)) yield [['audit', 'hours', name], value]
  yield [['audit', 'mass_delete'], audit.massDelete]
}

function* lifecycleEntries({ lifecycle }: Config): Iterable<Entry> {
  yield [['lifecycle', 'archive_days'], lifecycle.archiveDays]
  for (const [group, days] of Object.entries(lifecycle.archiveDaysBy)) {
    for (const [name, own] of Object.entries(days)) {
      yield [['lifecycle', 'archive_days_by', group, name], own]
    }
  }
}

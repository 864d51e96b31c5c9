import { resolveAudit } from './audit.js'
import { KINDS, type Kind } from './case.js'
import type { Config, KindConfig, RuleConfig, RuleSetting, SectionRule, WrittenConfig } from './config.js'
import { DEFAULT_CONFIG, STRICT_KINDS } from './defaults.js'
import { SEVERITIES } from './diagnostic.js'
import { resolveReview } from './resolve-review.js'

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
    products: written.products ?? base.products,
    ...(written.schema === undefined ? {} : { schema: written.schema }),
    idPrefix: written.id?.prefix ?? base.idPrefix,
    languages: written.languages ?? base.languages,
    defaultAudience: written.default_audience ?? base.defaultAudience,
    headings,
    kinds: Object.fromEntries(KINDS.map(kind => [kind, kindConfig(kind, written)])) as Record<
      Kind,
      KindConfig
    >,
    preset: written.preset ?? base.preset,
    rules: new Map(Object.entries(written.rules ?? {}).map(([id, value]) => [id, ruleConfig(value)])),
    search: {
      boosts: { ...base.search.boosts, ...written.search?.boosts },
      limit: written.search?.limit ?? base.search.limit,
      log: written.search?.log ?? base.search.log,
    },
    related: { threshold: written.related?.threshold ?? base.related.threshold },
    charter: {
      goals: written.charter?.goals ?? [],
      products: written.charter?.products ?? [],
      ...(written.charter?.audience === undefined ? {} : { audience: written.charter.audience }),
    },
    terms: written.terms ?? base.terms,
    privacy: { ...base.privacy, ...written.privacy },
    ...(written.forge === undefined ? {} : { forge: written.forge }),
    review: resolveReview(written.review),
    audit: resolveAudit(written.audit),
    lifecycle: {
      archiveDays: written.lifecycle?.archive_days ?? base.lifecycle.archiveDays,
      archiveDaysBy: { ...base.lifecycle.archiveDaysBy, ...written.lifecycle?.archive_days_by },
    },
  }
}

function kindConfig(kind: Kind, written: WrittenConfig): KindConfig {
  const base = (written.preset === 'strict' ? STRICT_KINDS : DEFAULT_CONFIG.kinds)[kind]
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

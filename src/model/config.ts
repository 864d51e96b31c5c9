import type { AuditConfig, WrittenAudit } from './audit.js'
import type { Audience, Kind } from './case.js'
import type { Severity } from './diagnostic.js'
import type { Forge } from './forge.js'
import type { AllowedDatum, PrivacyConfig } from './personal-data.js'
import type { ReviewConfig, WrittenReview } from './review.js'

/** A section that a kind knows, in the order in which it should stand. */
export interface SectionRule {
  readonly id: string
  /** From which stage on the section must be there: always, once it leaves draft, or never. */
  readonly required: 'draft' | 'published' | 'optional'
  readonly audience?: Audience
}

/** The standard of one kind. */
export interface KindConfig {
  readonly sections: readonly SectionRule[]
  /** JSON pointers of the front-matter fields that every case beyond draft must have. */
  readonly fields: readonly string[]
}

/** Which rules are on, and how drafts are judged: mildly, or as what is published. */
export const PRESETS = ['draft-friendly', 'strict'] as const
export type Preset = (typeof PRESETS)[number]

export type RuleSetting = 'off' | Severity
export interface RuleConfig {
  readonly severity?: RuleSetting
  readonly options: Readonly<Record<string, unknown>>
}

/** The searched fields in the order of their boosts. */
export const SEARCH_FIELDS = [
  'id',
  'title',
  'error_codes',
  'customer_phrases',
  'symptoms',
  'facets',
  'body',
] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** A word that a library prefers, and words that it does not want to read in its place. */
export interface Terminology {
  readonly use: string
  readonly avoid: readonly string[]
  /** Only in cases of this language, by its first subtag: `zh` means zh-CN and zh-TW. */
  readonly language?: string
  readonly note?: string
}

/** The purpose of a library: a case outside it says why in `scope_exception`. */
export interface Charter {
  readonly goals: readonly string[]
  readonly audience?: string
  /** Term ids of the products in scope; empty means all. */
  readonly products: readonly string[]
}

/** The configuration in force: every default filled in. */
export interface Config {
  readonly folders: { readonly cases: string; readonly archive: string; readonly templates: string }
  readonly taxonomy: string
  readonly synonyms: string
  /** Which version each product has. */
  readonly products: string
  /** A JSON Schema of the library's own, beside the built-in one. */
  readonly schema?: string
  readonly idPrefix: string
  /** BCP 47, the first is the default. */
  readonly languages: readonly string[]
  readonly defaultAudience: Audience
  /** Section id → the headings that name it. */
  readonly headings: ReadonlyMap<string, readonly string[]>
  readonly kinds: Readonly<Record<Kind, KindConfig>>
  readonly preset: Preset
  readonly rules: ReadonlyMap<string, RuleConfig>
  readonly search: {
    readonly boosts: Readonly<Record<SearchField, number>>
    readonly limit: number
    /** Keep what is searched for, on this machine only. */
    readonly log: boolean
  }
  /** From this likeness on, 0 to 1, a case counts as an answer to a text or as related to another. */
  readonly related: { readonly threshold: number }
  readonly charter: Charter
  readonly terms: readonly Terminology[]
  readonly privacy: PrivacyConfig
  /** What the remote's host is; undefined where its name is to tell. */
  readonly forge?: Forge
  readonly review: ReviewConfig
  readonly audit: AuditConfig
  readonly lifecycle: LifecycleConfig
}

/** When cases are proposed for the archive. */
export interface LifecycleConfig {
  /** Days without a change, an approval or a use; 0 proposes none. */
  readonly archiveDays: number
  /** The same for some cases; of several that apply the most days count. */
  readonly archiveDaysBy: {
    readonly kind: Readonly<Partial<Record<Kind, number>>>
    /** By term of the facet `urgency`. */
    readonly urgency: Readonly<Record<string, number>>
  }
}

/** Where a value in force comes from. */
export type Origin = 'default' | 'file' | 'flag' | 'environment'

/** `casectl.config.yml` as its schema lets it through; nothing filled in. */
export interface WrittenConfig {
  readonly version?: number
  readonly folders?: { readonly cases?: string; readonly archive?: string; readonly templates?: string }
  readonly taxonomy?: string
  readonly synonyms?: string
  readonly products?: string
  readonly schema?: string
  readonly id?: { readonly prefix?: string }
  readonly languages?: readonly string[]
  readonly default_audience?: Audience
  readonly sections?: Readonly<Record<string, readonly string[]>>
  readonly kinds?: Partial<Record<Kind, WrittenKind>>
  readonly preset?: Preset
  readonly rules?: Readonly<Record<string, RuleSetting | Readonly<Record<string, unknown>>>>
  readonly search?: {
    readonly boosts?: Partial<Record<SearchField, number>>
    readonly limit?: number
    readonly log?: boolean
  }
  readonly related?: { readonly threshold?: number }
  readonly charter?: {
    readonly goals?: readonly string[]
    readonly audience?: string
    readonly products?: readonly string[]
  }
  readonly terms?: readonly Terminology[]
  readonly privacy?: { readonly allow?: readonly AllowedDatum[]; readonly mask?: PrivacyConfig['mask'] }
  readonly forge?: Forge
  readonly review?: WrittenReview
  readonly audit?: WrittenAudit
  readonly lifecycle?: {
    readonly archive_days?: number
    readonly archive_days_by?: Partial<LifecycleConfig['archiveDaysBy']>
  }
}

export interface WrittenKind {
  readonly sections?: readonly (
    | string
    | { readonly id: string; readonly required?: SectionRule['required']; readonly audience?: Audience }
  )[]
  readonly fields?: readonly string[]
}

/** The types of personal data that are recognised, the surest first. */
export const DATUM_TYPES = [
  'secret',
  'cn_id',
  'bank_card',
  'cn_uscc',
  'cn_mobile',
  'cn_landline',
  'phone',
  'email',
  'ip',
  'passport',
  'wechat',
  'qq',
  'cn_plate',
  'cn_id15',
  'address',
  'name',
] as const
export type DatumType = (typeof DATUM_TYPES)[number]

/** A personal datum in a text: what it is and where; its value is nowhere kept. */
export interface PersonalDatum {
  readonly type: DatumType
  /** Offsets in the text as it was given, UTF-16 code units, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** Says of a datum, as it is read after folding, that the library does not count it as personal. */
export type Allowed = (type: DatumType, value: string) => boolean

/** What a library does not count as personal: all that is said of one entry must hold. */
export interface AllowedDatum {
  readonly type?: DatumType
  /** The whole datum, as it is read after NFKC. */
  readonly value?: string
  /** RE2, found anywhere in the datum. */
  readonly pattern?: string
  readonly reason: string
}

/** How a library treats personal data. */
export interface PrivacyConfig {
  readonly allow: readonly AllowedDatum[]
  /** Type → the text that stands for such a datum, in the place of the built-in one. */
  readonly mask: Readonly<Partial<Record<DatumType, string>>>
}

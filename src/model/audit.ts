/** How a library is audited. */
export interface AuditConfig {
  /** Days for which the history must be there. */
  readonly retention: number
  /** A commit that must always be in the history. */
  readonly anchor?: string
  /** Hours of the day, 0 to 24, by the clock of whoever commits; the last one is not among them. */
  readonly hours: { readonly from: number; readonly to: number; readonly weekends: boolean }
  /** From so many cases on, removed by one person within a day, it is a mass deletion. */
  readonly massDelete: number
}

/** `audit:` in `casectl.config.yml`, as the schema lets it through. */
export interface WrittenAudit {
  /** `180d`, `18m` or `5y`. */
  readonly retention?: string
  readonly anchor?: string
  readonly hours?: Partial<AuditConfig['hours']>
  readonly mass_delete?: number
}

/** Days, and what months and years come to at most. */
const DAYS: Readonly<Record<string, number>> = { d: 1, m: 31, y: 366 }

/** What was written of audits → what is in force: 180 days, 07:00 to 21:00 from Monday to Friday, ten cases. */
export function resolveAudit(written: WrittenAudit = {}): AuditConfig {
  const { retention = '180d', anchor, hours } = written
  return {
    retention: Number(retention.slice(0, -1)) * (DAYS[retention.slice(-1)] ?? 1),
    ...(anchor === undefined ? {} : { anchor }),
    hours: { from: hours?.from ?? 7, to: hours?.to ?? 21, weekends: hours?.weekends ?? false },
    massDelete: written.mass_delete ?? 10,
  }
}

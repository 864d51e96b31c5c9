import { DATUM_TYPES } from '../model/personal-data.js'
import type { Gate } from './gates.js'
import type { FaultyColumn, Outcome, RowError, RowRemark, Tally } from './tally.js'

/** What an import did, as plain data: kept with its journal, printed in three forms. */
export interface ImportReport {
  readonly import?: string
  readonly source: {
    readonly name: string
    readonly format: string
    readonly encoding?: string
    readonly sha256: string
    readonly size: number
  }
  readonly rows: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly errors: Readonly<Partial<Record<RowError, number>>>
  readonly remarks: readonly RowRemark[]
  readonly values: number
  readonly faulty: readonly FaultyColumn[]
  readonly complete: number
  readonly incomplete: readonly { readonly part: string; readonly count: number }[]
  readonly links: number
  readonly lostLinks: number
  readonly attachments: number
  readonly maskedRows: number
  readonly masked: readonly { readonly type: string; readonly count: number }[]
  readonly gates: readonly Gate[]
  /** Columns of the export that the mapping does not name. */
  readonly unmapped: readonly string[]
}

/** The report of what a tally counted. */
export function reportOf(
  tally: Tally,
  gates: readonly Gate[],
  source: ImportReport['source'],
  unmapped: readonly string[],
  id?: string,
): ImportReport {
  const byCount = <T extends { readonly count: number }>(items: T[]): T[] =>
    items.sort((a, b) => b.count - a.count)
  return {
    ...(id === undefined ? {} : { import: id }),
    source,
    rows: tally.rows,
    outcomes: { ...tally.counts },
    errors: Object.fromEntries(tally.errors),
    remarks: [...tally.remarks].sort((a, b) => a.number - b.number),
    values: tally.values,
    faulty: byCount([...tally.faulty.values()]),
    complete: tally.complete,
    incomplete: byCount([...tally.incomplete].map(([part, count]) => ({ part, count }))),
    links: tally.links,
    lostLinks: tally.lostLinks,
    attachments: tally.files,
    maskedRows: tally.maskedRows,
    masked: DATUM_TYPES.flatMap(type => {
      const count = tally.masked.get(type)
      return count === undefined ? [] : [{ type, count }]
    }),
    gates,
    unmapped,
  }
}

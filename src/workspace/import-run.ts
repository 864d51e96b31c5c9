import { firstRows } from '../import/choose-rows.js'
import { type Gate, gatesOf } from '../import/gates.js'
import { isBad, type Row } from '../import/row.js'
import type { ImportSource } from '../import/source.js'
import { Tally } from '../import/tally.js'
import { readValue } from '../import/values.js'
import { withTemporaryFolder } from '../io/temporary.js'
import { WordStore } from '../io/word-store.js'
import type { Day } from '../lib/day.js'
import type { Allowed } from '../model/personal-data.js'
import { allowedData } from '../parse/allowed-data.js'
import { findPersonalData } from '../privacy/find.js'
import type { StagingPlace } from './import-drafter.js'
import { openDrafters } from './import-drafters.js'
import { broughtFile } from './import-drafting.js'
import { readExisting } from './import-existing.js'
import { setNearAside } from './import-near.js'
import type { CheckedMapping } from './import-request.js'
import { type DraftSink, RowStage } from './import-stage.js'
import type { Workspace } from './workspace.js'

/** What is asked of an import beside the export and its mapping. */
export interface DraftOptions {
  readonly day: Day
  readonly mask: boolean
  /** A target that is a day: rows are ordered by it, the latest first. */
  readonly order?: string | undefined
  /** Share of the rows that is taken, 0 to 1. */
  readonly top?: number | undefined
  /** Where the drafts are staged; nowhere in a trial. */
  readonly place?: StagingPlace | undefined
  /** Told how many rows were drafted, and of how many about, where that can be told. */
  readonly onProgress: (rows: number, about: number | undefined) => void
}

/** Rows after which an import tells how far it is. */
const STEP = 200

/** An export as drafts: what became of every row, whether the gates hold, and what would be written. */
export interface DraftedImport {
  readonly tally: Tally
  readonly gates: readonly Gate[]
  /** Numbers of the rows whose drafts were set aside after they were kept. */
  readonly aside: readonly number[]
  /** Columns of the export that the mapping does not name. */
  readonly unmapped: readonly string[]
}

/**
 * Works out an import: every row becomes a draft, or is accounted for. Nothing goes into the library.
 * @param sinkFor gives the place where what belongs to drafts is kept meanwhile
 */
export async function draftImport(
  workspace: Workspace,
  source: ImportSource,
  checked: CheckedMapping,
  options: DraftOptions,
  sinkFor: (bytesOf: (from: string, row: Row) => Uint8Array | undefined) => DraftSink,
): Promise<DraftedImport> {
  return withTemporaryFolder(async temporary => {
    const store = new WordStore(temporary)
    const { config } = workspace
    const { mapping, folder } = checked
    const { day, mask, place } = options
    const drafters = await openDrafters(
      workspace,
      { mapping, folder, day, mask, origin: { root: source.root, format: source.format } },
      source.size,
      place,
    )
    try {
      const tally = new Tally()
      const existing = await readExisting(workspace, store)
      const wanted = await wantedRows(workspace, source, checked, options)
      const allowed = allowedData(config.privacy)
      const sink = sinkFor((from, row) => broughtFile(source, from, row))
      const stage = new RowStage({ config, mapping, allowed, existing, drafters, tally, wanted, sink })
      const columns = new Set<string>()
      let rows = 0
      let read = 0
      const told = (bytes: number): void => {
        read = bytes
      }
      for await (const row of source.rows(told)) {
        if (!isBad(row)) for (const column of row.cells.keys()) columns.add(column)
        await stage.take(row)
        if (++rows % STEP === 0) options.onProgress(rows, rowsAbout(rows, read, source.size))
      }
      const drafts = await stage.end()
      await drafters.end()
      const aside = setNearAside(drafts, existing, store, config, tally)
      for (const { column } of mapping.columns) columns.delete(column)
      const numbers = drafts.flatMap(({ number }, i) => (aside.has(i) ? [number] : []))
      return { tally, gates: gatesOf(tally), aside: numbers, unmapped: plainNames(columns, allowed) }
    } finally {
      await drafters.end()
      store.close()
    }
  })
}

/** How many rows an export has, by its bytes that were read for those so far. */
function rowsAbout(rows: number, read: number, size: number): number | undefined {
  return read === 0 ? undefined : Math.round((rows * size) / read)
}

/** The rows that `--order` and `--top` ask for; undefined for all. */
async function wantedRows(
  { taxonomy }: Workspace,
  source: ImportSource,
  { mapping, targets }: CheckedMapping,
  { order, top }: DraftOptions,
): Promise<ReadonlySet<number> | undefined> {
  if (top === undefined) return undefined
  const column = mapping.columns.find(({ to, drop }) => to === order && drop !== true)
  const target = targets.get(order ?? '')
  const days = new Map<number, string>()
  for await (const row of source.rows()) {
    // A row that cannot be read is an error whatever its day would be.
    if (isBad(row)) continue
    const cell = row.cells.get(column?.column ?? '')
    const read =
      cell === undefined || column === undefined || target === undefined
        ? undefined
        : readValue(cell, column, target, taxonomy).values[0]
    days.set(row.number, read ?? '')
  }
  return firstRows(days, top)
}

/** Names of columns; where the first row is no header, a name may be a personal datum. */
function plainNames(columns: Iterable<string>, allowed: Allowed): string[] {
  return [...columns].map(name => (findPersonalData(name, allowed).length > 0 ? '…' : name))
}

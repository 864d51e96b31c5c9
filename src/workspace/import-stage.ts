import type { DraftFacts } from '../import/drafting.js'
import { isBad, type ReadRow, type Row } from '../import/row.js'
import { idOfRef, mayBeOf, refOf } from '../import/source-ref.js'
import type { RowRemark, Tally } from '../import/tally.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import type { ImportMapping } from '../model/import-mapping.js'
import type { ImportedFile, JournalRow } from '../model/import-record.js'
import type { Allowed } from '../model/personal-data.js'
import { findPersonalData } from '../privacy/find.js'
import type { DraftedRow, RowTask } from './import-drafter.js'
import type { Drafters } from './import-drafters.js'
import type { ExistingCases } from './import-existing.js'
import { RowQueue, type Settled } from './import-queue.js'

/** Where what belongs to drafts goes while an import is being worked out; nothing is kept by a dry run. */
export interface DraftSink {
  /** Keeps the files that a draft brings and returns what was kept. */
  attach(draft: DraftFacts, row: Row): readonly ImportedFile[]
  journal(row: JournalRow): void
}

/** A draft that was kept: its place in the export. What it writes is in the journal. */
export interface StagedDraft {
  readonly number: number
  readonly place: string
  readonly id: CaseId
}

interface Staging {
  readonly config: Config
  readonly mapping: ImportMapping
  readonly allowed: Allowed
  readonly existing: ExistingCases
  readonly drafters: Drafters
  readonly tally: Tally
  readonly sink: DraftSink
  /** Rows to take; all where it is left out. */
  readonly wanted?: ReadonlySet<number> | undefined
}

type Drafted = Exclude<DraftedRow, { fault: unknown }>

interface Asked extends RowTask {
  readonly place: string
}

/** Takes rows in, one by one: each becomes a draft, or is accounted for, in the order of the export. */
export class RowStage {
  readonly #drafts: StagedDraft[] = []
  readonly #staging: Staging
  readonly #queue: RowQueue<Asked, RowRemark>
  /** Reference → id, and text → id, of the rows so far. */
  readonly #refs = new Map<string, CaseId>()
  readonly #texts = new Map<string, CaseId>()
  readonly #ids = new Set<CaseId>()

  constructor(staging: Staging) {
    this.#staging = staging
    this.#queue = new RowQueue(staging.drafters, settled => this.#settle(settled))
  }

  /** The drafts that were kept. What told rows apart is let go: comparing them takes as much memory. */
  async end(): Promise<readonly StagedDraft[]> {
    await this.#queue.drain()
    for (const told of [this.#refs, this.#texts, this.#ids]) told.clear()
    return this.#drafts
  }

  async take(row: ReadRow): Promise<void> {
    const { wanted, allowed } = this.#staging
    const place = plainPlace(row.place, allowed)
    const { number } = row
    if (isBad(row)) await this.#queue.pass({ number, place, outcome: 'error', error: row.fault })
    else if (wanted !== undefined && !wanted.has(number)) {
      await this.#queue.pass({ number, place, outcome: 'left' })
    } else await this.#takeWhole(row, place)
  }

  async #takeWhole(row: Row, place: string): Promise<void> {
    const { mapping, allowed } = this.#staging
    const { number } = row
    const ref = refOf(row, mapping, allowed)
    // Whether a row before it becomes a case decides what this one is.
    if (this.#queue.waitsFor(ref)) await this.#queue.drain()
    const known = this.#knownAs(ref)
    if (known !== undefined) return this.#queue.pass({ number, place, ...known })
    await this.#queue.ask({ row, id: await this.#freeId(ref), ref, place })
  }

  #settle(settled: Settled<Asked, RowRemark>): void {
    if ('passed' in settled) this.#remark(settled.passed)
    else this.#judged(settled.asked, settled.drafted)
  }

  #judged(asked: Asked, drafted: DraftedRow): void {
    const { place } = asked
    const { number } = asked.row
    if ('fault' in drafted) {
      this.#remark({ number, place, outcome: 'error', error: drafted.fault })
      return
    }
    const same = this.#texts.get(drafted.said)
    if (same !== undefined) this.#remark({ number, place, outcome: 'same', other: same })
    else this.#keep(asked, drafted)
  }

  #keep({ row, ref, place }: Asked, { draft, said, print, sha256 }: Drafted): void {
    const { tally, existing, sink } = this.#staging
    const { number } = row
    const { id, path } = draft
    this.#refs.set(ref, id)
    this.#texts.set(said, id)
    this.#ids.add(id)
    tally.draft(draft)
    existing.compare(id, draft.language, print, this.#drafts.length)
    sink.journal({ row: number, outcome: 'case', files: [{ path, sha256 }, ...sink.attach(draft, row)] })
    this.#drafts.push({ number, place, id })
  }

  #remark(remark: RowRemark): void {
    this.#staging.tally.remark(remark)
    if (remark.outcome === 'error') this.#staging.sink.journal({ row: remark.number, outcome: 'error' })
  }

  #knownAs(ref: string): { outcome: 'known' | 'same'; other: CaseId } | undefined {
    const { existing, config, mapping } = this.#staging
    const system = mapping.name ?? ''
    const named = existing.refs.get(ref) ?? []
    const there = named.find(id => mayBeOf(id, config.idPrefix, system, ref))
    if (there !== undefined) return { outcome: 'known', other: there }
    const before = this.#refs.get(ref)
    return before === undefined ? undefined : { outcome: 'same', other: before }
  }

  async #freeId(ref: string): Promise<CaseId> {
    const { config, mapping, existing } = this.#staging
    for (let salt = 0; ; salt++) {
      const id = idOfRef(config.idPrefix, mapping.name ?? '', ref, salt)
      if (this.#queue.waitsFor(id)) await this.#queue.drain()
      if (!this.#ids.has(id) && !existing.paths.has(id)) return id
    }
  }
}

/** A line as it is; the path of a document only where its name holds nothing personal. */
function plainPlace(place: string, allowed: Allowed): string {
  return /^\d+$/.test(place) || findPersonalData(place, allowed).length === 0 ? place : '…'
}

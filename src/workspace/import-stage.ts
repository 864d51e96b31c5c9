import { draftRow } from '../import/draft-row.js'
import type { Drafting, RowDraft } from '../import/drafting.js'
import { isBad, type ReadRow, type Row } from '../import/row.js'
import { idOfRef, mayBeOf, refOf } from '../import/source-ref.js'
import type { RowError, Tally } from '../import/tally.js'
import { hash128 } from '../lib/hash128.js'
import type { CaseId } from '../model/case-id.js'
import type { ImportedFile, JournalRow } from '../model/import-record.js'
import type { Allowed } from '../model/personal-data.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseParser } from '../parse/parse-case.js'
import { findPersonalData } from '../privacy/find.js'
import type { ExistingCases } from './import-existing.js'

/** Where drafts go while an import is being worked out; nothing is kept by a dry run. */
export interface DraftSink {
  /** Keeps a draft with its files and returns what was kept. */
  keep(draft: RowDraft, row: Row): readonly ImportedFile[]
  journal(row: JournalRow): void
}

/** A draft that was kept: its place in the export. What it writes is in the journal. */
export interface StagedDraft {
  readonly number: number
  readonly place: string
  readonly id: CaseId
}

interface Staging {
  readonly drafting: Drafting
  readonly existing: ExistingCases
  readonly parser: CaseParser
  readonly tally: Tally
  readonly sink: DraftSink
  /** Rows to take; all where it is left out. */
  readonly wanted?: ReadonlySet<number> | undefined
}

/** Takes rows in, one by one: each becomes a draft, or is accounted for. */
export class RowStage {
  readonly #drafts: StagedDraft[] = []
  readonly #staging: Staging
  /** Reference → id, and text → id, of the rows so far. */
  readonly #refs = new Map<string, CaseId>()
  readonly #texts = new Map<string, CaseId>()
  readonly #ids = new Set<CaseId>()

  constructor(staging: Staging) {
    this.#staging = staging
  }

  /** The drafts that were kept. What told rows apart is let go: comparing them takes as much memory. */
  end(): readonly StagedDraft[] {
    for (const told of [this.#refs, this.#texts, this.#ids]) told.clear()
    return this.#drafts
  }

  take(row: ReadRow): void {
    const { wanted, tally, drafting } = this.#staging
    const place = plainPlace(row.place, drafting.allowed)
    const { number } = row
    if (isBad(row)) this.#refuse({ ...row, place }, row.fault)
    else if (wanted !== undefined && !wanted.has(number)) tally.remark({ number, place, outcome: 'left' })
    else this.#takeWhole(row, place)
  }

  #takeWhole(row: Row, place: string): void {
    const { drafting, tally } = this.#staging
    const { number } = row
    const ref = refOf(row, drafting.mapping, drafting.allowed)
    const known = this.#knownAs(ref)
    if (known !== undefined) tally.remark({ number, place, ...known })
    else this.#draft(row, ref, place)
  }

  #draft(row: Row, ref: string, place: string): void {
    const { drafting, tally } = this.#staging
    const { number } = row
    const id = this.#freeId(ref)
    const draft = draftRow(row, id, ref, drafting)
    const fault = typeof draft === 'string' ? draft : this.#faultOf(draft)
    if (typeof draft === 'string' || fault !== undefined) {
      this.#refuse({ number, place }, fault ?? 'empty')
      return
    }
    const said = hash128(`${draft.language}\0${draft.compared}`)
    const same = this.#texts.get(said)
    if (same !== undefined) {
      tally.remark({ number, place, outcome: 'same', other: same })
      return
    }
    this.#keep(row, ref, draft, said, place)
  }

  #keep(row: Row, ref: string, draft: RowDraft, said: string, place: string): void {
    const { tally, existing, sink } = this.#staging
    const { number } = row
    const { id } = draft
    this.#refs.set(ref, id)
    this.#texts.set(said, id)
    this.#ids.add(id)
    tally.draft(draft)
    existing.compare(id, draft.language, draft.compared, this.#drafts.length)
    const files = sink.keep(draft, row)
    sink.journal({ row: number, outcome: 'case', files })
    this.#drafts.push({ number, place, id })
  }

  #refuse({ number, place }: Pick<ReadRow, 'number' | 'place'>, error: RowError): void {
    this.#staging.tally.remark({ number, place, outcome: 'error', error })
    this.#staging.sink.journal({ row: number, outcome: 'error' })
  }

  #knownAs(ref: string): { outcome: 'known' | 'same'; other: CaseId } | undefined {
    const { existing, drafting } = this.#staging
    const system = drafting.mapping.name ?? ''
    const named = existing.refs.get(ref) ?? []
    const there = named.find(id => mayBeOf(id, drafting.config.idPrefix, system, ref))
    if (there !== undefined) return { outcome: 'known', other: there }
    const before = this.#refs.get(ref)
    return before === undefined ? undefined : { outcome: 'same', other: before }
  }

  #freeId(ref: string): CaseId {
    const { drafting, existing } = this.#staging
    for (let salt = 0; ; salt++) {
      const id = idOfRef(drafting.config.idPrefix, drafting.mapping.name ?? '', ref, salt)
      if (!this.#ids.has(id) && !existing.paths.has(id)) return id
    }
  }

  /** Why a draft would be no sound case; the reader of cases is asked, as lint would. */
  #faultOf({ path, text }: RowDraft): RowError | undefined {
    if (Buffer.byteLength(text) > MAX_FILE_BYTES) return 'too-large'
    const { case: found, problems } = this.#staging.parser.parseText(path, text)
    return found?.sound === true && problems.length === 0 ? undefined : 'unsound'
  }
}

/** A line as it is; the path of a document only where its name holds nothing personal. */
function plainPlace(place: string, allowed: Allowed): string {
  return /^\d+$/.test(place) || findPersonalData(place, allowed).length === 0 ? place : '…'
}

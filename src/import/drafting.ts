import type { Day } from '../lib/day.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import type { ColumnMapping, ImportMapping } from '../model/import-mapping.js'
import type { Allowed, DatumType } from '../model/personal-data.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { FromHtml } from './html.js'
import { type Cell, type Row, textOfCell } from './row.js'
import type { LookUpFile, RowFile } from './row-files.js'
import type { LinkCount } from './row-links.js'
import { isProse, type Target } from './targets.js'
import { readValue, type ValueFault } from './values.js'

/** What drafting needs to know, the same for every row of an import. */
export interface Drafting {
  readonly config: Config
  readonly taxonomy: Taxonomy
  readonly mapping: ImportMapping
  readonly targets: ReadonlyMap<string, Target>
  readonly day: Day
  /** False leaves personal data as it is. */
  readonly mask: boolean
  readonly allowed: Allowed
  /** Where the drafts go. */
  readonly folder: RepoPath
  readonly lookUp: LookUpFile
  languageFor(text: string): string
  fromHtml(html: string): FromHtml | undefined
}

/** A value that was not taken over as its field, without personal data. */
export interface FaultyValue {
  readonly column: string
  readonly target: string
  readonly fault: ValueFault
  readonly word: string
}

/** A row as a draft. */
export interface RowDraft {
  readonly id: CaseId
  readonly path: RepoPath
  readonly text: string
  readonly title: string
  readonly language: string
  /** What is compared with other cases: title and sections. */
  readonly compared: string
  readonly files: readonly RowFile[]
  /** Cells that were mapped to fields, and those of them that were not taken over. */
  readonly values: number
  readonly faults: readonly FaultyValue[]
  readonly incomplete: readonly string[]
  readonly links: LinkCount
  readonly masked: ReadonlyMap<DatumType, number>
}

/** Why a row became no draft. */
export type DraftFault = 'empty' | 'personal'

/** A cell that goes somewhere. */
export interface MappedCell {
  readonly column: ColumnMapping
  readonly target: Target
  readonly cell: Cell
}

/** The cells of a row that the mapping takes, in its order. */
export function mappedCells({ cells }: Row, { mapping, targets }: Drafting): MappedCell[] {
  return mapping.columns.flatMap(column => {
    const target = column.to === undefined || column.drop === true ? undefined : targets.get(column.to)
    const cell = target === undefined ? undefined : cells.get(column.column)
    return target === undefined || cell === undefined ? [] : [{ column, target, cell }]
  })
}

/** The language of a row's case: as a column or the mapping says, else by the script of what it tells. */
export function rowLanguage(mapped: readonly MappedCell[], drafting: Drafting): string {
  const { mapping, taxonomy, languageFor } = drafting
  let told = ''
  for (const { column, target, cell } of mapped) {
    const [value] = target.kind === 'language' ? readValue(cell, column, target, taxonomy).values : []
    if (value !== undefined) return value
    if (isProse(target) || target.name === 'title') told += textOfCell(cell)
  }
  return mapping.target?.language ?? languageFor(told)
}

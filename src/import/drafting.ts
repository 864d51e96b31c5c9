import type { Day } from '../lib/day.js'
import type { Kind, RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Config } from '../model/config.js'
import type { ColumnMapping, ImportMapping } from '../model/import-mapping.js'
import type { Allowed, DatumType } from '../model/personal-data.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { FromHtml } from './html.js'
import { type AskedParts, askedParts } from './missing-parts.js'
import { type Cell, type Row, textOfCell } from './row.js'
import type { LookUpFile, RowFile } from './row-files.js'
import type { LinkCount } from './row-links.js'
import { isProse, type Target } from './targets.js'
import { readValue, type ValueFault } from './values.js'

/** What an import says of drafting. */
export interface DraftingFacts {
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

/** What drafting needs to know, the same for every row of an import. */
export interface Drafting extends DraftingFacts {
  /** The columns that the mapping takes, in its order. */
  readonly taken: readonly Pick<MappedCell, 'column' | 'target'>[]
  readonly asked: Readonly<Record<Kind, AskedParts>>
}

/** Works out once what would be the same for every row. */
export function prepareDrafting(facts: DraftingFacts): Drafting {
  const { config, taxonomy, mapping, targets } = facts
  const taken = mapping.columns.flatMap(column => {
    const target = column.to === undefined || column.drop === true ? undefined : targets.get(column.to)
    return target === undefined ? [] : [{ column, target }]
  })
  return { ...facts, taken, asked: askedParts({ config, taxonomy, required: mapping.required ?? [] }) }
}

/** A value that was not taken over as its field, without personal data. */
export interface FaultyValue {
  readonly column: string
  readonly target: string
  readonly fault: ValueFault
  readonly word: string
}

/** A row as a draft. */
export interface RowDraft extends DraftFacts {
  readonly text: string
  /** What is compared with other cases: title and sections. */
  readonly compared: string
}

/** What is told of a draft beside its texts. */
export interface DraftFacts {
  readonly id: CaseId
  readonly path: RepoPath
  readonly title: string
  readonly language: string
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
export function mappedCells({ cells }: Row, { taken }: Drafting): MappedCell[] {
  const mapped: MappedCell[] = []
  for (const { column, target } of taken) {
    const cell = cells.get(column.column)
    if (cell !== undefined) mapped.push({ column, target, cell })
  }
  return mapped
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

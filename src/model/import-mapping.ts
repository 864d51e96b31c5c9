import type { Kind } from './case.js'
import type { Encoding } from './import-encodings.js'

/** What a section's cells are. */
export type CellMarkup = 'text' | 'html' | 'markdown'

/** Where one column of an export goes. */
export interface ColumnMapping {
  readonly column: string
  /** A field, `section.<id>`, `body` or `attachments`; without it the column is left out. */
  readonly to?: string
  readonly drop?: boolean
  readonly as?: CellMarkup
  readonly split?: string
  readonly values?: Readonly<Record<string, string>>
  readonly dates?: readonly string[]
  readonly heading?: string
}

/** How an export is read, as far as that was said. */
export interface ReadChoices {
  readonly format?: 'csv' | 'tsv' | 'json' | 'jsonl' | 'xlsx' | 'folder' | undefined
  readonly encoding?: Encoding | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
}

/** `mapping.yml` as its schema lets it through. */
export interface ImportMapping {
  readonly version?: number
  /** The system that the export comes from. */
  readonly name?: string
  readonly read?: ReadChoices
  readonly target?: { readonly folder?: string; readonly kind?: Kind; readonly language?: string }
  readonly columns: readonly ColumnMapping[]
  readonly constants?: Readonly<Record<string, string>>
  readonly required?: readonly string[]
}

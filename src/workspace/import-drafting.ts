import { dirname, join } from 'node:path'
import { type Drafting, prepareDrafting } from '../import/drafting.js'
import type { Row } from '../import/row.js'
import type { ImportSource } from '../import/source.js'
import { targetsOf } from '../import/targets.js'
import { attachedFile } from '../io/attached-file.js'
import type { Day } from '../lib/day.js'
import type { RepoPath } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { ImportMapping } from '../model/import-mapping.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { allowedData } from '../parse/allowed-data.js'
import { draftLanguage } from './draft-language.js'
import { sha256 } from './sha256.js'

/** What an import says of drafting, as plain data: every thread that drafts is told the same. */
export interface DraftingPlan {
  readonly mapping: ImportMapping
  readonly folder: RepoPath
  readonly day: Day
  /** False leaves personal data as it is. */
  readonly mask: boolean
  readonly origin: Origin
}

/** Where the files that rows bring lie. */
export type Origin = Pick<ImportSource, 'root' | 'format'>

/** Everything that drafting a row asks for, in the settings of a library. */
export async function openDrafting(
  { config, taxonomy }: { readonly config: Config; readonly taxonomy: Taxonomy },
  { mapping, folder, day, mask, origin }: DraftingPlan,
): Promise<Drafting> {
  const html = mapping.columns.some(column => column.as === 'html')
  const { fromHtml } = html ? await import('../import/html.js') : { fromHtml: () => undefined }
  const targets = targetsOf(config, taxonomy)
  return prepareDrafting({
    ...{ config, taxonomy, mapping, targets, day, mask, folder, fromHtml },
    allowed: allowedData(config.privacy),
    lookUp: (from, row) => {
      const bytes = broughtFile(origin, from, row)
      return bytes === undefined ? undefined : { size: bytes.length, sha256: sha256(bytes) }
    },
    languageFor: text => draftLanguage(config, undefined, text),
  })
}

/** Bytes of what a row brings: a picture inside it, or a file from the export's folder, or the document's. */
export function broughtFile({ root, format }: Origin, from: string, row: Row): Uint8Array | undefined {
  if (from.startsWith('picture:')) return row.pictures?.get(from.slice('picture:'.length))
  const folder = format === 'folder' ? dirname(row.place) : '.'
  // Never above the folder of the export, wherever in it the document stands.
  return attachedFile(root, join(folder, from))
}

/** The program of a thread that makes drafts of rows and stages them beside the one that reads them. */
import { serveTasks } from '../io/serve-tasks.js'
import type { WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { openCaseParser } from './case-parser.js'
import { type DraftedRow, RowDrafter, type RowTask, type StagingPlace } from './import-drafter.js'
import { type DraftingPlan, openDrafting } from './import-drafting.js'

/** What the thread is told: the settings as the import holds them, not as they stand on the disk. */
export interface ImportSetup {
  readonly root: string
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
  readonly plan: DraftingPlan
  readonly place: StagingPlace | undefined
}

serveTasks<ImportSetup, readonly RowTask[], readonly DraftedRow[]>(setup => {
  const drafter = drafterOf(setup)
  return async tasks => {
    const result = (await drafter).draft(tasks)
    const prints = result.flatMap(row => ('print' in row ? [row.print.buffer as ArrayBuffer] : []))
    return { result, transfer: prints }
  }
})

async function drafterOf({ root, written, taxonomy: data, plan, place }: ImportSetup): Promise<RowDrafter> {
  const library = { root, config: resolveConfig(written), taxonomy: new Taxonomy(data) }
  return new RowDrafter(await openDrafting(library, plan), await openCaseParser(library), place)
}

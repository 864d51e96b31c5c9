/** The program of a thread that looks at drafts and stages them beside the one that drafts. */
import { serveTasks } from '../io/serve-tasks.js'
import type { WrittenConfig } from '../model/config.js'
import { resolveConfig } from '../model/resolve-config.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { openCaseParser } from './case-parser.js'
import { type CheckedDraft, DraftCheck, type DraftText, type StagingPlace } from './import-check.js'

/** What the thread is told: the settings as the import holds them, not as they stand on the disk. */
export interface ImportSetup {
  readonly root: string
  readonly written: WrittenConfig
  readonly taxonomy: TaxonomyData
  readonly place: StagingPlace | undefined
}

serveTasks<ImportSetup, readonly DraftText[], readonly CheckedDraft[]>(setup => {
  const { root, written, taxonomy: data, place } = setup
  const library = { root, config: resolveConfig(written), taxonomy: new Taxonomy(data) }
  const check = openCaseParser(library).then(parser => new DraftCheck(parser, place))
  return async drafts => {
    const result = (await check).check(drafts)
    return { result, transfer: result.map(({ print }) => print.buffer as ArrayBuffer) }
  }
})

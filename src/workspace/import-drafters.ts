import { coreCount, TaskWorker, workerProgram } from '../io/task-worker.js'
import { type DraftedRow, RowDrafter, type RowTask, type StagingPlace } from './import-drafter.js'
import { type DraftingPlan, openDrafting } from './import-drafting.js'
import type { ImportSetup } from './import-worker.js'
import type { Workspace } from './workspace.js'

/** Who makes drafts of the rows of an import: the thread that reads them, alone or with another beside it. */
export interface Drafters {
  /** Answers may be waited for in the order of the calls. */
  draft(tasks: readonly RowTask[]): Promise<readonly DraftedRow[]>
  end(): Promise<void>
}

/** Bytes of an export from which on a thread is worth its start: about 600 rows. */
const LARGE = 512 * 1024

/** MiB of the thread for what batches leave behind: an import has 400 in all. */
const YOUNG = 24

/** Batches that lie before the thread: one in work, one to go on with. What comes then is done here. */
const AHEAD = 2

/**
 * Opens what drafts rows.
 * @param size bytes of the export
 * @param place where drafts are staged; undefined in a trial
 * @throws CasectlError `settings` when the own schema is missing or no valid JSON Schema
 */
export async function openDrafters(
  workspace: Workspace,
  plan: DraftingPlan,
  size: number,
  place: StagingPlace | undefined,
): Promise<Drafters> {
  const { root, written, taxonomy, config } = workspace
  const own = new RowDrafter(await openDrafting(workspace, plan), await workspace.parser(), place)
  // A schema of the library's own is read from the disk, where it may change between two readers.
  const beside = size >= LARGE && coreCount() > 1 && config.schema === undefined
  const program = beside ? workerProgram('import-worker') : undefined
  if (program === undefined) {
    return { draft: async tasks => own.draft(tasks), end: async () => undefined }
  }
  const setup: ImportSetup = { root, written, taxonomy: taxonomy.data, plan, place }
  const thread = new TaskWorker<readonly RowTask[], readonly DraftedRow[]>(program, setup, YOUNG)
  return {
    draft: tasks =>
      thread.waiting >= AHEAD || tasks.some(hasPictures)
        ? Promise.resolve(own.draft(tasks))
        : thread.run(tasks),
    end: () => thread.end(),
  }
}

/** Pictures are large, and what goes to a thread is copied. */
function hasPictures({ row }: RowTask): boolean {
  return row.pictures !== undefined && row.pictures.size > 0
}

import { coreCount, TaskWorker, workerProgram } from '../io/task-worker.js'
import { type CheckedDraft, DraftCheck, type DraftText, type StagingPlace } from './import-check.js'
import type { ImportSetup } from './import-worker.js'
import type { Workspace } from './workspace.js'

/** Who looks at the drafts of an import: a thread, or nobody beside the one that drafts. */
export interface Checker {
  /** Answers come in the order of the calls. */
  check(drafts: readonly DraftText[]): Promise<readonly CheckedDraft[]>
  end(): Promise<void>
}

/** Bytes of an export from which on a thread is worth its start: about 600 rows. */
const LARGE = 512 * 1024

/** MiB of the thread for what batches leave behind: an import has 400 in all. */
const YOUNG = 6

/**
 * Opens what looks at drafts.
 * @param size bytes of the export
 * @throws CasectlError `settings` when the own schema is missing or no valid JSON Schema
 */
export async function openChecker(
  workspace: Workspace,
  size: number,
  place: StagingPlace | undefined,
): Promise<Checker> {
  const { root, written, taxonomy, config } = workspace
  // A schema of the library's own is read from the disk, where it may change between two readers.
  const beside = size >= LARGE && coreCount() > 1 && config.schema === undefined
  const program = beside ? workerProgram('import-worker') : undefined
  if (program === undefined) {
    const check = new DraftCheck(await workspace.parser(), place)
    return { check: async drafts => check.check(drafts), end: async () => undefined }
  }
  const setup: ImportSetup = { root, written, taxonomy: taxonomy.data, place }
  const thread = new TaskWorker<readonly DraftText[], readonly CheckedDraft[]>(program, setup, YOUNG)
  return { check: drafts => thread.run(drafts), end: () => thread.end() }
}

import { coreCount, TaskWorker, workerProgram } from '../io/task-worker.js'
import type { RepoPath } from '../model/case.js'
import { dealBatches } from './deal-batches.js'
import type { WorkerSetup } from './index-worker.js'
import type { Indexable } from './indexable.js'
import type { BatchReader, ReadBatch, ReadTask } from './read-batch.js'

/** Fewer files are read before a thread has started and warmed up, and are deflated in the end. */
const MANY_FILES = 2000
/** Each thread takes memory of its own, and one has to put together what the others read. */
const MOST_WORKERS = 2

/** How many threads should read the cases of a library beside this one. */
export function workersFor({ config }: Pick<Indexable, 'config'>, files: number): number {
  // A schema of the library's own is read from the disk, where it may change between two readers.
  if (files < MANY_FILES || config.schema !== undefined) return 0
  return Math.min(coreCount() - 1, MOST_WORKERS)
}

/** A batch, and which of the readers it comes from: its numbers go on from the last one of that. */
export interface DealtDocuments {
  readonly reader: number
  /** What its documents are deflated against. */
  readonly preset: Uint8Array | undefined
  readonly batch: ReadBatch
}

/**
 * Reads files in batches, in the order of the paths.
 * @param workers threads that read beside this one; without the program for them it reads alone
 * @throws what reading throws, here or there
 */
export async function* readBatches(
  paths: readonly RepoPath[],
  here: BatchReader,
  setup: WorkerSetup,
  workers: number,
): AsyncGenerator<DealtDocuments> {
  const program = workers === 0 ? undefined : workerProgram('index-worker')
  const threads =
    program === undefined
      ? []
      : Array.from({ length: workers }, () => new TaskWorker<ReadTask, ReadBatch>(program, setup))
  try {
    // The threads start meanwhile.
    const preset = paths.length < MANY_FILES ? undefined : await here.preset(paths)
    const taskOf = (batch: readonly RepoPath[]): ReadTask => ({ paths: batch, preset })
    const dealt = dealBatches(paths, { taskOf, here: task => here.read(task), threads })
    for await (const { worker, batch } of dealt) yield { reader: worker, preset, batch }
  } finally {
    await Promise.all(threads.map(thread => thread.end()))
  }
}

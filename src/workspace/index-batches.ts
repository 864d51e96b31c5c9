import { coreCount, TaskWorker, workerProgram } from '../io/task-worker.js'
import type { RepoPath } from '../model/case.js'
import { type DealtBatch, dealBatches } from './deal-batches.js'
import type { WorkerSetup } from './index-worker.js'
import type { Indexable } from './indexable.js'
import type { BatchReader, ReadBatch } from './read-batch.js'

/** Fewer files are read before a thread has started and warmed up. */
const MANY_FILES = 2000
/** Each thread takes memory of its own, and one has to put together what the others read. */
const MOST_WORKERS = 2

/** How many threads should read the cases of a library beside this one. */
export function workersFor({ config }: Pick<Indexable, 'config'>, files: number): number {
  // A schema of the library's own is read from the disk, where it may change between two readers.
  if (files < MANY_FILES || config.schema !== undefined) return 0
  return Math.min(coreCount() - 1, MOST_WORKERS)
}

/**
 * Reads files in batches, in the order of the paths. The numbers of a batch go on from the last one of
 * the same worker.
 * @param workers threads that read beside this one; without the program for them it reads alone
 * @throws what reading throws, here or there
 */
export function readBatches(
  paths: readonly RepoPath[],
  here: BatchReader,
  setup: WorkerSetup,
  workers: number,
): AsyncGenerator<DealtBatch<ReadBatch>> {
  const program = workers === 0 ? undefined : workerProgram('index-worker')
  const threads =
    program === undefined
      ? []
      : Array.from({ length: workers }, () => new TaskWorker<readonly RepoPath[], ReadBatch>(program, setup))
  return dealBatches(paths, batch => here.read(batch), threads)
}

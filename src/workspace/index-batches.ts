import { setImmediate } from 'node:timers/promises'
import { coreCount, TaskWorker, workerProgram } from '../io/task-worker.js'
import type { RepoPath } from '../model/case.js'
import type { WorkerSetup } from './index-worker.js'
import type { Indexable } from './indexable.js'
import type { BatchReader, ReadBatch } from './read-batch.js'

/** Files read between two looks at the clock, at signals and at the other threads. */
const BATCH = 128
/** Fewer files are read before a thread has started and warmed up. */
const MANY_FILES = 2000
/** Each thread takes memory of its own, and one has to put together what the others read. */
const MOST_WORKERS = 2
/** Tasks given to a worker: one that it works on, one to go on with. */
const AHEAD = 2
/** Batches that are read before the first of them is taken. */
const WINDOW = 16

/** How many threads should read the cases of a library beside this one. */
export function workersFor({ config }: Pick<Indexable, 'config'>, files: number): number {
  // A schema of the library's own is read from the disk, where it may change between two readers.
  if (files < MANY_FILES || config.schema !== undefined) return 0
  return Math.min(coreCount() - 1, MOST_WORKERS)
}

/** A batch, and which of the readers it comes from: its numbers go on from the last one of that. */
export interface DealtBatch {
  readonly reader: number
  readonly batch: ReadBatch
}

/** This thread, among the readers; the others count from 1. */
const HERE = 0

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
): AsyncGenerator<DealtBatch> {
  const program = workers === 0 ? undefined : workerProgram('index-worker')
  const threads =
    program === undefined ? [] : Array.from({ length: workers }, () => new TaskWorker(program, setup))
  const reading = new Reading(paths, here, threads as TaskWorker<readonly RepoPath[], ReadBatch>[])
  try {
    yield* reading.all()
  } finally {
    await Promise.all(threads.map(thread => thread.end()))
  }
}

type Thread = TaskWorker<readonly RepoPath[], ReadBatch>

/** Deals the batches out, and puts them in order again. */
class Reading {
  readonly #paths: readonly RepoPath[]
  readonly #here: BatchReader
  readonly #threads: readonly Thread[]
  readonly #count: number
  readonly #ready = new Map<number, DealtBatch>()
  readonly #running = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | undefined
  /** The first batch that nobody reads yet. */
  #next = 0
  /** The first batch that was not taken yet. */
  #first = 0

  constructor(paths: readonly RepoPath[], here: BatchReader, threads: readonly Thread[]) {
    this.#paths = paths
    this.#here = here
    this.#threads = threads
    this.#count = Math.ceil(paths.length / BATCH)
  }

  async *all(): AsyncGenerator<DealtBatch> {
    while (this.#first < this.#count) {
      await setImmediate()
      this.#deal()
      if (this.#failure !== undefined) throw this.#failure.error
      const batch = this.#ready.get(this.#first)
      if (batch !== undefined) {
        this.#ready.delete(this.#first++)
        yield batch
      } else if (this.#mayRead()) {
        const number = this.#next++
        this.#ready.set(number, { reader: HERE, batch: await this.#here.read(this.#pathsOf(number)) })
      } else await Promise.race(this.#running)
    }
  }

  #mayRead(): boolean {
    return this.#next < Math.min(this.#count, this.#first + WINDOW)
  }

  #deal(): void {
    for (const [i, thread] of this.#threads.entries())
      while (thread.waiting < AHEAD && this.#mayRead()) {
        const number = this.#next++
        const running: Promise<void> = thread
          .run(this.#pathsOf(number))
          .then(batch => void this.#ready.set(number, { reader: i + 1, batch }))
          .catch(error => {
            this.#failure ??= { error }
          })
          .finally(() => this.#running.delete(running))
        this.#running.add(running)
      }
  }

  #pathsOf(number: number): readonly RepoPath[] {
    return this.#paths.slice(number * BATCH, (number + 1) * BATCH)
  }
}

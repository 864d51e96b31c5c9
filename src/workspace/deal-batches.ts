import { setImmediate } from 'node:timers/promises'
import type { TaskWorker } from '../io/task-worker.js'

/** Items worked on between two looks at the clock, at signals and at the other threads. */
const BATCH = 128
/** Tasks given to a worker: one that it works on, one to go on with. */
const AHEAD = 2
/** Batches that are worked on before the first of them is taken. */
const WINDOW = 16

/** What a batch came to, and which of the workers it comes from: this thread is 0, the others count from 1. */
export interface DealtBatch<Result> {
  readonly worker: number
  readonly batch: Result
}

/** This thread, among the workers. */
const HERE = 0

/** Who works on what is dealt out. */
export interface Hands<Item, Task, Result> {
  /** What a batch of items asks for. */
  readonly taskOf: (items: readonly Item[]) => Task
  readonly here: (task: Task) => Promise<Result>
  /** Ended with the dealing. */
  readonly threads: readonly TaskWorker<Task, Result>[]
}

/**
 * Deals items out in batches to this thread and others, and gives the results in the order of the items.
 * @throws what the work throws, here or there
 */
export async function* dealBatches<Item, Task, Result>(
  items: readonly Item[],
  hands: Hands<Item, Task, Result>,
): AsyncGenerator<DealtBatch<Result>> {
  try {
    yield* new Dealing(items, hands).all()
  } finally {
    await Promise.all(hands.threads.map(thread => thread.end()))
  }
}

class Dealing<Item, Task, Result> {
  readonly #items: readonly Item[]
  readonly #hands: Hands<Item, Task, Result>
  readonly #count: number
  readonly #ready = new Map<number, DealtBatch<Result>>()
  readonly #running = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | undefined
  /** The first batch that nobody works on yet. */
  #next = 0
  /** The first batch that was not taken yet. */
  #first = 0

  constructor(items: readonly Item[], hands: Hands<Item, Task, Result>) {
    this.#items = items
    this.#hands = hands
    this.#count = Math.ceil(items.length / BATCH)
  }

  async *all(): AsyncGenerator<DealtBatch<Result>> {
    while (this.#first < this.#count) {
      await setImmediate()
      this.#deal()
      if (this.#failure !== undefined) throw this.#failure.error
      const batch = this.#ready.get(this.#first)
      if (batch !== undefined) {
        this.#ready.delete(this.#first++)
        yield batch
      } else if (this.#mayGoOn()) {
        const number = this.#next++
        this.#ready.set(number, { worker: HERE, batch: await this.#hands.here(this.#task(number)) })
      } else await Promise.race(this.#running)
    }
  }

  #mayGoOn(): boolean {
    return this.#next < Math.min(this.#count, this.#first + WINDOW)
  }

  #deal(): void {
    for (const [i, thread] of this.#hands.threads.entries())
      while (thread.waiting < AHEAD && this.#mayGoOn()) {
        const number = this.#next++
        const running: Promise<void> = thread
          .run(this.#task(number))
          .then(batch => void this.#ready.set(number, { worker: i + 1, batch }))
          .catch(error => {
            this.#failure ??= { error }
          })
          .finally(() => this.#running.delete(running))
        this.#running.add(running)
      }
  }

  #task(number: number): Task {
    return this.#hands.taskOf(this.#items.slice(number * BATCH, (number + 1) * BATCH))
  }
}

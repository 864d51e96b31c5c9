import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Cores that this process may use. */
export function coreCount(): number {
  return availableParallelism()
}

/**
 * The program of a worker, which the build puts beside the programs that start it, in their kind of
 * module; undefined where there is none, as when this package runs from its sources or as part of
 * another bundle.
 */
export function workerProgram(name: string): string | undefined {
  const kind = import.meta.url.endsWith('.cjs') ? '.cjs' : '.js'
  return ['./', '../']
    .map(folder => fileURLToPath(new URL(`${folder}${name}${kind}`, import.meta.url)))
    .find(path => existsSync(path))
}

let beforeThread = (): void => undefined

/** Has something done before each thread that this program starts. */
export function beforeThreads(prepare: () => void): void {
  beforeThread = prepare
}

interface Waiting<Result> {
  resolve(result: Result): void
  reject(error: unknown): void
}

/** A thread that does tasks one after the other, as `serveTasks` in its program says. */
export class TaskWorker<Task, Result> {
  readonly #worker: Worker
  readonly #waiting: Waiting<Result>[] = []
  #failure: { readonly error: unknown } | undefined

  /**
   * @param setup what the program is started with: values that the structured clone algorithm can copy
   * @param youngMb MiB for what tasks leave behind at once; V8 takes up to 48 of its own accord
   */
  constructor(program: string, setup: unknown, youngMb?: number) {
    const resourceLimits = youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb }
    beforeThread()
    this.#worker = new Worker(program, { workerData: setup, resourceLimits })
    this.#worker.on('message', (result: Result) => this.#waiting.shift()?.resolve(result))
    this.#worker.on('messageerror', error => this.#fail(error))
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', code => this.#fail(new Error(`a worker ended early, with code ${code}`)))
  }

  /** Tasks that were given and not answered. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** @throws what the task threw, or brought the thread down with: then every later task throws it too */
  run(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure.error)
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(task)
    })
  }

  /** Ends the thread, in the middle of a task too. */
  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure.error)
  }
}

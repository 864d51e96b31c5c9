import { parentPort, workerData } from 'node:worker_threads'

/** What a task gives, with the buffers that are handed over instead of copied. */
export interface Answer<Result> {
  readonly result: Result
  readonly transfer: readonly ArrayBuffer[]
}

/**
 * Does the tasks of a `TaskWorker`, in the order of their coming, in the thread that it started.
 * What a task throws ends the thread, and that reaches the one who waits.
 */
export function serveTasks<Setup, Task, Result>(
  prepare: (setup: Setup) => (task: Task) => Promise<Answer<Result>>,
): void {
  const work = prepare(workerData as Setup)
  let last = Promise.resolve()
  parentPort?.on('message', (task: Task) => {
    last = last.then(async () => {
      const { result, transfer } = await work(task)
      parentPort?.postMessage(result, transfer)
    })
  })
}

// Judges one file at a time for fuzz.mjs, in a heap of its own: a file that asks for too much ends it.
import { parentPort, workerData } from 'node:worker_threads'

const { Examiner } = await import(workerData.parts)
const examiner = await Examiner.open(workerData.root)

/** The steps that a request asks for, by name. */
function stepsOf({ file, number, whole, batch }) {
  if (batch !== undefined) return { 'on disk': () => examiner.batch(batch, workerData.beyond) }
  const lint = () => examiner.lint(file, number)
  return whole ? { lint, fix: () => examiner.fix(file), fmt: () => examiner.format(file) } : { lint }
}

parentPort.on('message', async request => {
  const slowest = { step: '', time: 0 }
  for (const [step, run] of Object.entries(stepsOf(request))) {
    const before = process.cpuUsage()
    try {
      await run()
    } catch (error) {
      parentPort.postMessage({ failure: `${step}: ${error.stack ?? error}` })
      return
    }
    const { user, system } = process.cpuUsage(before)
    const time = (user + system) / 1000
    if (time > slowest.time) Object.assign(slowest, { step, time })
  }
  parentPort.postMessage({ ...slowest, heap: process.memoryUsage().heapUsed })
})

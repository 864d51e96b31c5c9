// Mutated cases, judged, fixed and formatted: a finding or a pass for each, never a throw, nothing
// written elsewhere, within bounds of time and memory. What fails is written to a file.
// Usage: node bench/lint/fuzz.mjs [--count 100000] [--seed N] [--from N] [--whole 10] [--keep FILE]
//   --whole N fixes and formats every Nth case as well; of 500 cases 10 also on disk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { bundle } from '../search/bundle.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CACHE = join(ROOT, 'node_modules/.cache/casectl-bench')
/** Cases made at once, from a seed of their own; the first of them are also judged on disk. */
const BATCH = 500
const ON_DISK = 10
/** Most processor milliseconds of a step with one file, MiB of heap, milliseconds without an answer. */
const MOST_TIME = 2000
const MOST_HEAP = 256
const HANG = 120_000

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    from: { type: 'string', default: '0' },
    whole: { type: 'string', default: '1' },
    keep: { type: 'string', default: join(tmpdir(), 'casectl-fuzz-failing.md') },
  },
})
const [count, seed, from, whole] = [values.count, values.seed, values.from, values.whole].map(Number)
const say = text => process.stderr.write(`${text}\n`)

const folder = mkdtempSync(join(tmpdir(), 'casectl-fuzz-'))
const parts = await bundle('bench/lint/parts.ts', CACHE, 'fuzz-parts.mjs')
const { mutatedCases, writeFuzzLibrary } = await import(parts)
const { root, texts } = writeFuzzLibrary(ROOT, folder)
const cases = mutatedCases(texts)

const worker = new Worker(new URL('fuzz-worker.mjs', import.meta.url), {
  workerData: { parts, root, beyond: folder },
  resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP },
})
let answer = () => {}
worker.on('message', message => answer(message))
worker.on('error', error => answer({ failure: `${error.code ?? error.name}: ${error.message}` }))

/** What the worker says of a request: `failure`, or the slowest step and the heap. */
function ask(request) {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve({ failure: `no answer in ${HANG / 1000} s` }), HANG)
    answer = message => {
      clearTimeout(timer)
      resolve(message)
    }
    worker.postMessage(request)
  })
}

const seen = { files: 0, whole: 0, onDisk: 0, bytes: 0, heap: 0, slowest: { time: 0 } }

/** Judges the cases of a batch from one number on; gives the first that fails. */
async function judge(number, end) {
  const start = number - (number % BATCH)
  const made = fc.sample(cases, { seed: (seed + start / BATCH) | 0, numRuns: BATCH })
  if (number === start) {
    const batch = made.slice(0, ON_DISK)
    const { failure } = await ask({ batch })
    if (failure !== undefined) return { number, failure, file: batch[0] }
    seen.onDisk += ON_DISK
  }
  for (let i = number; i < Math.min(start + BATCH, end); i++) {
    const file = made[i - start]
    const isWhole = i % whole === 0
    const { failure, step, time, heap } = await ask({ file, number: i, whole: isWhole })
    if (failure !== undefined) return { number: i, failure, file }
    seen.files++
    seen.bytes += file.length
    if (isWhole) seen.whole++
    seen.heap = Math.max(seen.heap, heap)
    if (time > seen.slowest.time) seen.slowest = { step, time, number: i, size: file.length }
    if (time > MOST_TIME) return { number: i, failure: `${step} took ${Math.round(time)} ms`, file }
  }
}

say(`seed ${seed}, cases ${from} to ${from + count - 1}`)
const end = from + count
let failed
for (let number = from; number < end && failed === undefined; number += BATCH - (number % BATCH)) {
  failed = await judge(number, end)
  if (number % (BATCH * 10) === 0) say(`${seen.files} judged, slowest ${JSON.stringify(seen.slowest)}`)
}

await worker.terminate()
rmSync(folder, { recursive: true, force: true })
if (failed === undefined) {
  const { step, time, number, size } = seen.slowest
  const mib = value => Math.round(value / 2 ** 20)
  say(
    `${seen.files} mutated cases, ${mib(seen.bytes)} MiB, seed ${seed}: no failure. ` +
      `Fixed and formatted ${seen.whole}, on disk ${seen.onDisk}. ` +
      `Slowest: ${step}, ${Math.round(time)} ms of processor time (case ${number}, ${size} bytes). ` +
      `Heap at most ${mib(seen.heap)} MiB of ${MOST_HEAP}.`,
  )
} else {
  writeFileSync(values.keep, failed.file)
  say(`case ${failed.number} of seed ${seed}: ${failed.failure}`)
  say(`Written to ${values.keep}; again with --seed ${seed} --from ${failed.number} --count 1`)
  process.exitCode = 1
}

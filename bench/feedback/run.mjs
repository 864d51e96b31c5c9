// What adding up 1,000,000 events of feedback costs beside reading their files line by line: in one
// process each, in turn, user and system time, minima. Fails above three times.
// Usage: node bench/feedback/run.mjs [events] [rounds]
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const LIMIT = 3
const BATCH = 25_000

/** Splitmix32: the same events on every machine. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    let value = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
    return (value ^ (value >>> 15)) >>> 0
  }
}

/** Cases are used as words are: few often, most seldom. Every tenth event has a comment. */
function write(root, events) {
  const next = random(7)
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const kinds = ['used', 'used', 'used', 'solved', 'solved', 'unsolved', 'outdated']
  const id = n => `CASE-${[...Array(5).keys()].map(i => digits[(n >>> (5 * i)) & 31]).join('')}`
  const hex = () => next().toString(16).padStart(8, '0')
  for (let from = 0, file = 0; from < events; from += BATCH, file++) {
    const month = `${2024 + ((file / 12) | 0)}-${String((file % 12) + 1).padStart(2, '0')}`
    const lines = []
    for (let i = from; i < Math.min(events, from + BATCH); i++) {
      const kind = kinds[next() % kinds.length]
      const event = `${hex()}${hex()}${hex().slice(0, 4)}`
      const day = `${month}-${String((next() % 28) + 1).padStart(2, '0')}`
      const rest = {
        ...(kind === 'solved' ? { rating: (next() % 5) + 1 } : {}),
        ...(kind === 'used' ? { via: 'cite', ticket: `TK-${next() % 100_000}` } : {}),
        ...(next() % 10 === 0 ? { text: 'Schritt 2 文字说明 step two' } : {}),
      }
      lines.push(JSON.stringify({ event, case: id((next() % 1000) * (next() % 10)), kind, day, ...rest }))
    }
    const folder = join(root, 'feedback', month)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${file}.jsonl`), `${lines.join('\n')}\n`)
  }
}

/** One task in this process; prints what it found and what it cost. */
async function work(task, root, bundle) {
  const { foldFeedback, lookAtFeedback } = await import(pathToFileURL(bundle).href)
  const before = process.cpuUsage()
  let found = 0
  if (task === 'fold') {
    const { all } = foldFeedback(lookAtFeedback(root).texts())
    found = all.used + all.solved + all.unsolved + all.outdated
  } else {
    for (const path of lookAtFeedback(root).paths) {
      for await (const line of createInterface({ input: createReadStream(join(root, path)) })) {
        if (task === 'lines' || JSON.parse(line).event !== undefined) found++
      }
    }
  }
  const { user, system } = process.cpuUsage(before)
  const { maxRSS } = process.resourceUsage()
  process.stdout.write(JSON.stringify({ found, ms: (user + system) / 1000, mib: maxRSS / 1024 }))
}

async function main(events, rounds) {
  const scratch = mkdtempSync(join(tmpdir(), 'casectl-bench-'))
  try {
    // Inside the project, so that the bundle finds the packages it imports.
    const bundle = resolve('node_modules/.cache/casectl-bench-feedback.mjs')
    const options = { bundle: true, format: 'esm', platform: 'node', packages: 'external' }
    await build({ ...options, entryPoints: ['bench/feedback/parts.ts'], outfile: bundle })
    write(scratch, events)
    const tasks = ['lines', 'parse', 'fold']
    const best = new Map(tasks.map(task => [task, { ms: Number.POSITIVE_INFINITY, mib: 0 }]))
    for (let round = 0; round < rounds; round++) {
      for (const task of tasks) {
        const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1], task, scratch, bundle])
        if (stdout.length === 0) throw new Error(String(stderr))
        const { found, ms, mib } = JSON.parse(String(stdout))
        if (found !== events) throw new Error(`${task}: ${found} of ${events} events`)
        const least = best.get(task)
        best.set(task, { ms: Math.min(least.ms, ms), mib: Math.max(least.mib, mib) })
      }
    }
    for (const [task, { ms, mib }] of best)
      process.stdout.write(`${task.padEnd(6)} ${ms.toFixed(0)} ms  ${mib.toFixed(0)} MiB\n`)
    const ratio = best.get('fold').ms / best.get('lines').ms
    process.stdout.write(`fold / lines: ${ratio.toFixed(2)} (at most ${LIMIT})\n`)
    if (ratio > LIMIT) process.exitCode = 1
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const [first, ...rest] = process.argv.slice(2)
if (['lines', 'parse', 'fold'].includes(first)) await work(first, ...rest)
else await main(Number(first ?? 1_000_000), Number(rest[0] ?? 5))

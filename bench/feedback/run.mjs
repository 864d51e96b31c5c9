// What a report over 1,000,000 events of feedback costs beside reading their files line by line: in one
// process each, in turn, user and system time of the whole process, minima. Fails above three times.
// `fold` adds the events up and does no more, `parse` parses each line as JSON.
// Usage: npm run build && node bench/feedback/run.mjs [events] [rounds]
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const LIMIT = 3
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PROBE = join(ROOT, 'bench/lint/probe.cjs')
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

/**
 * Writes the sample library with events of its cases: few are used often, most seldom; every tenth has a
 * comment. Returns how many are uses, `used` or `solved`.
 */
function write(root, events) {
  for (const name of ['casectl.config.yml', 'taxonomy.yml', 'cases', 'templates']) {
    cpSync(join(ROOT, name), join(root, name), { recursive: true })
  }
  const next = random(7)
  const ids = readdirSync(join(root, 'cases'), { recursive: true }).flatMap(
    name => /CASE-[0-9A-Z]{5}/.exec(name)?.[0] ?? [],
  )
  const kinds = ['used', 'used', 'used', 'solved', 'solved', 'unsolved', 'outdated']
  const hex = () => next().toString(16).padStart(8, '0')
  let uses = 0
  for (let from = 0, file = 0; from < events; from += BATCH, file++) {
    const month = `${2024 + ((file / 12) | 0)}-${String((file % 12) + 1).padStart(2, '0')}`
    const lines = []
    for (let i = from; i < Math.min(events, from + BATCH); i++) {
      const kind = kinds[next() % kinds.length]
      if (kind === 'used' || kind === 'solved') uses++
      const event = `${hex()}${hex()}${hex().slice(0, 4)}`
      const day = `${month}-${String((next() % 28) + 1).padStart(2, '0')}`
      const rest = {
        ...(kind === 'solved' ? { rating: (next() % 5) + 1 } : {}),
        ...(kind === 'used' ? { via: 'cite', ticket: `TK-${next() % 100_000}` } : {}),
        ...(next() % 10 === 0 ? { text: 'Schritt 2 文字说明 step two' } : {}),
      }
      lines.push(
        JSON.stringify({
          event,
          case: ids[(((next() % ids.length) * (next() % 10)) / 10) | 0],
          kind,
          day,
          ...rest,
        }),
      )
    }
    const folder = join(root, 'feedback', month)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${file}.jsonl`), `${lines.join('\n')}\n`)
  }
  return uses
}

/** One task in this process; prints what it found. */
async function work(task, root, bundle) {
  const { foldFeedback, lookAtFeedback } = await import(pathToFileURL(bundle).href)
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
  process.stdout.write(String(found))
}

/** A task in a process of its own: what it found, milliseconds of processor, MiB at most. */
function measured(task, root, bundle) {
  const own = ['report', 'feedback', '--format', 'json']
  const args =
    task === 'report' ? [join(ROOT, 'bin/casectl.js'), ...own] : [process.argv[1], task, root, bundle]
  const probe = join(root, '.probe')
  const env = { ...process.env, BENCH_PROBE_FILE: probe }
  const options = { cwd: root, env, encoding: 'utf8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', PROBE, ...args], options)
  if (status !== 0) throw new Error(stderr)
  const [mib, ms] = readFileSync(probe, 'utf8').split(' ').map(Number)
  return { found: task === 'report' ? JSON.parse(stdout).figures.uses : Number(stdout), ms, mib }
}

async function main(events, rounds) {
  const scratch = mkdtempSync(join(tmpdir(), 'casectl-bench-'))
  try {
    // Inside the project, so that the bundle finds the packages it imports.
    const bundle = resolve('node_modules/.cache/casectl-bench-feedback.mjs')
    const options = { bundle: true, format: 'esm', platform: 'node', packages: 'external' }
    await build({ ...options, entryPoints: ['bench/feedback/parts.ts'], outfile: bundle })
    const uses = write(scratch, events)
    const tasks = ['lines', 'parse', 'fold', 'report']
    const best = new Map(tasks.map(task => [task, { ms: Number.POSITIVE_INFINITY, mib: 0 }]))
    for (let round = 0; round < rounds; round++) {
      for (const task of tasks) {
        const { found, ms, mib } = measured(task, scratch, bundle)
        if (found !== (task === 'report' ? uses : events))
          throw new Error(`${task}: ${found} of ${events} events`)
        const least = best.get(task)
        best.set(task, { ms: Math.min(least.ms, ms), mib: Math.max(least.mib, mib) })
      }
    }
    for (const [task, { ms, mib }] of best)
      process.stdout.write(`${task.padEnd(6)} ${ms.toFixed(0)} ms  ${mib.toFixed(0)} MiB\n`)
    const ratio = best.get('report').ms / best.get('lines').ms
    process.stdout.write(`report / lines: ${ratio.toFixed(2)} (at most ${LIMIT})\n`)
    if (ratio > LIMIT) process.exitCode = 1
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const [first, ...rest] = process.argv.slice(2)
if (['lines', 'parse', 'fold'].includes(first)) await work(first, ...rest)
else await main(Number(first ?? 1_000_000), Number(rest[0] ?? 5))

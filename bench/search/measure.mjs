import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const PEAK = fileURLToPath(new URL('peak.cjs', import.meta.url))

/** The value below which a share of the list lies (nearest rank). */
export function quantile(list, share) {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}
export const median = list => quantile(list, 0.5)

/** Runs Node on arguments as a whole process. @throws Error with its messages when it fails */
export function runNode(args, { cwd, env = {} } = {}) {
  const start = performance.now()
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
  })
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status ?? error}: ${stderr}`)
  return { ms, stdout, stderr }
}

/** Runs Node once more, for the most memory that it held, in MiB; the timed runs go without the probe. */
export function peakOf(args, options = {}) {
  return runWithPeak(args, options).peak
}

/** One run for both, where a second one would take minutes: the probe costs some milliseconds. */
export function runWithPeak(args, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'casectl-peak-'))
  const file = join(folder, 'peak')
  const env = { ...options.env, BENCH_PEAK_FILE: file }
  try {
    const { ms } = runNode(['--require', PEAK, ...args], { ...options, env })
    return { ms, peak: Number(readFileSync(file, 'utf8')) / 1024 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Runs commands in turn, A B C A B C, so that whatever else the machine does meets all alike.
 * @param commands name → arguments for Node
 * @param before name → what is done before each run, untimed
 * @returns name → { ms: the median, all: every run, peak: MiB }
 */
export function inTurn(commands, { runs, warmups = 2, cwd, peaks = true, before = {} }) {
  const times = new Map(Object.keys(commands).map(name => [name, []]))
  for (let round = -warmups; round < runs; round++) {
    for (const [name, args] of Object.entries(commands)) {
      before[name]?.()
      const { ms } = runNode(args, { cwd })
      if (round >= 0) times.get(name).push(ms)
    }
  }
  const result = {}
  for (const [name, args] of Object.entries(commands)) {
    const all = times.get(name)
    result[name] = { ms: median(all), all }
    if (!peaks) continue
    before[name]?.()
    result[name].peak = peakOf(args, { cwd })
  }
  return result
}

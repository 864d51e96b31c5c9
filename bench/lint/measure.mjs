import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { median } from '../search/measure.mjs'

const PROBE = fileURLToPath(new URL('probe.cjs', import.meta.url))

/**
 * Runs a program as a whole process. A linter that has findings ends with 1, which is no failure here.
 * @throws Error with its messages when it fails
 */
function run(program, args, { cwd, env = {} }) {
  const start = performance.now()
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
  })
  const ms = performance.now() - start
  if (status !== 0 && status !== 1) {
    throw new Error(`${program} ${args.join(' ')} ended with ${status ?? error}: ${stderr.slice(0, 2000)}`)
  }
  return { ms, findings: status === 1 }
}

/**
 * Runs Node once more, for the most memory that it held, in MiB, and its processor time, in ms; the
 * timed runs go without the probe.
 */
function probe(program, args, { cwd }) {
  if (program !== process.execPath) return {}
  const folder = mkdtempSync(join(tmpdir(), 'casectl-probe-'))
  const file = join(folder, 'probe')
  try {
    run(program, ['--require', PROBE, ...args], { cwd, env: { BENCH_PROBE_FILE: file } })
    const [peak, cpu] = readFileSync(file, 'utf8').split(' ').map(Number)
    return { peak, cpu }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Runs commands in turn, A B C A B C, so that whatever else the machine does meets all alike; one
 * round before it warms the disk's cache.
 * @param commands [name, program, arguments, what is done to `cwd` before each run]
 * @returns name → { ms: the median, least, all: every run, findings: whether it had any,
 *   peak: MiB, cpu: ms }
 */
export function inTurn(commands, { runs, cwd }) {
  const measured = new Map(commands.map(([name]) => [name, { all: [], findings: false }]))
  for (let round = -1; round < runs; round++) {
    for (const [name, program, args, prepare] of commands) {
      prepare?.(cwd)
      const { ms, findings } = run(program, args, { cwd })
      const one = measured.get(name)
      one.findings = findings
      if (round >= 0) one.all.push(ms)
    }
  }
  const result = {}
  for (const [name, program, args, prepare] of commands) {
    prepare?.(cwd)
    const { all, findings } = measured.get(name)
    result[name] = {
      ms: median(all),
      least: Math.min(...all),
      all,
      findings,
      ...probe(program, args, { cwd }),
    }
  }
  return result
}

// What a command costs beside starting Node at all: whole processes, in turn, medians of 15.
// Usage: npm run build && node bench/startup.mjs [runs]
import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

const runs = Number(process.argv[2] ?? 15)
const COMMANDS = [
  ['node -e 0', ['-e', '0'], 1],
  ['casectl --help', ['bin/casectl.js', '--help'], 2],
  ['casectl search', ['bin/casectl.js', 'search', '停机 E-1203'], 4],
  ['casectl lint', ['bin/casectl.js', 'lint', '--no-cache']],
]

const times = new Map(COMMANDS.map(([name]) => [name, []]))
spawnSync(process.execPath, ['bin/casectl.js', 'index'])
for (let run = -2; run < runs; run++) {
  for (const [name, args] of COMMANDS) {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args)
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
    // The first two rounds warm the disk's cache.
    if (run >= 0) times.get(name).push(performance.now() - start)
  }
}

const median = list => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const base = median(times.get('node -e 0'))
process.stdout.write(`Node ${process.version}, ${runs} runs each, medians\n`)
for (const [name, , limit] of COMMANDS) {
  const ms = median(times.get(name))
  const aim = limit === undefined ? '' : `  (aim: at most ${limit}x)`
  process.stdout.write(
    `${name.padEnd(16)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / base).toFixed(2)}x${aim}\n`,
  )
}

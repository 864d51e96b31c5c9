// `casectl audit` of one quarter beside `git log --stat` over the same range, in turn, in one run.
// Usage: npm run build && node bench/audit/run.mjs [--cases 10000] [--commits 30000] [--runs 5]
//          [--layout flat,folders] [--dir DIR] [--bin PROGRAM] [--json FILE]
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inTurn } from '../lint/measure.mjs'
import { CASECTL } from '../search/setup.mjs'
import { git, repositoryOf } from './repository.mjs'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    commits: { type: 'string', default: '30000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    layout: { type: 'string', default: 'flat,folders' },
    dir: { type: 'string', default: join(tmpdir(), 'casectl-bench-audit') },
    bin: { type: 'string', default: CASECTL },
    json: { type: 'string' },
  },
})
const [cases, commits, seed, runs] = [values.cases, values.commits, values.seed, values.runs].map(Number)

/** The second quarter of the generated year. */
const [AFTER, BEFORE] = ['2026-03-01', '2026-05-31']
const SPAN = [`--since=${AFTER}T00:00:00Z`, `--until=${BEFORE}T23:59:59Z`]

mkdirSync(values.dir, { recursive: true })
const results = {}
for (const layout of values.layout.split(',')) {
  const cwd = join(values.dir, `${layout}-${cases}-${commits}-${seed}`)
  await repositoryOf(cwd, { cases, commits, seed, flat: layout === 'flat' })
  const count = git(cwd, 'rev-list', '--count', ...SPAN, 'HEAD').trim()
  const measured = inTurn(
    [
      ['git log --stat', 'git', ['log', '--stat', ...SPAN]],
      [
        'casectl audit',
        process.execPath,
        [resolve(values.bin), 'audit', '--after', AFTER, '--before', BEFORE],
      ],
    ],
    { runs, cwd },
  )
  // An audit ends with 0 whatever it finds: 1 comes of a program that did not run.
  if (measured['casectl audit'].findings) throw new Error(`${values.bin} audit ended with 1`)
  results[layout] = measured
  process.stdout.write(`${layout}: ${cases} cases, ${commits} commits, ${count} of them in the quarter\n`)
  for (const [name, { ms, least }] of Object.entries(measured)) {
    process.stdout.write(`  ${name.padEnd(16)} ${ms.toFixed(0).padStart(8)} ms (least ${least.toFixed(0)})\n`)
  }
  const [base, own] = Object.values(measured)
  process.stdout.write(
    `  ratio ${(own.ms / base.ms).toFixed(2)}, of the least ${(own.least / base.least).toFixed(2)} (aim: below 2)\n`,
  )
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results, undefined, 2))

// `casectl lint` beside its peers on generated libraries, all in one run: ratios decide.
// Usage: npm run build && npm ci --prefix bench/lint/peers
//        node bench/lint/run.mjs [--size 1000,10000] [--runs 5] [--seed 1] [--dir DIR] [--json FILE]
//          [--only casectl,markdownlint,remark,cat] [--bin PROGRAM]
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeLibrary } from '../library/generate.mjs'
import { inTurn } from './measure.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PEERS = join(ROOT, 'bench/lint/peers')

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'casectl,markdownlint,remark,cat' },
    bin: { type: 'string', default: join(ROOT, 'bin/casectl.js') },
    dir: { type: 'string', default: join(tmpdir(), 'casectl-bench-lint') },
    json: { type: 'string' },
  },
})
const [runs, seed] = [values.runs, values.seed].map(Number)

const package_ = path => join(PEERS, 'node_modules', path)
const COMMANDS = {
  casectl: ['casectl lint', process.execPath, [values.bin, 'lint']],
  markdownlint: [
    'markdownlint-cli2',
    process.execPath,
    [
      package_('markdownlint-cli2/markdownlint-cli2-bin.mjs'),
      ...['--config', join(PEERS, '.markdownlint.jsonc')],
      'cases/**/*.md',
      'archive/**/*.md',
    ],
  ],
  remark: [
    'remark-cli, remark-lint',
    process.execPath,
    [
      package_('remark-cli/cli.js'),
      ...['--quiet', '--no-config', '--no-stdout', '--rc-path', join(PEERS, 'remarkrc.mjs')],
      'cases',
      'archive',
    ],
  ],
  // What reading the files costs anybody.
  cat: [
    'reading alone (find, cat)',
    'sh',
    ['-c', "find cases archive -name '*.md' -print0 | xargs -0 cat >/dev/null"],
  ],
}

/** A clean library of a size; written where it is not there yet. */
function libraryOf(size) {
  const folder = join(values.dir, `${size}-${seed}`)
  const root = join(folder, 'library')
  const done = join(folder, 'written')
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true })
    writeLibrary({ size, seed, out: root })
    mkdirSync(done)
  }
  return root
}

const seconds = ms => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`)

/** One row a program; the ratios are those of casectl's time and memory to its own. */
function table(size, result) {
  const own = Object.values(result)[0]
  const rows = Object.entries(result).map(([name, { ms, least, peak, cpu, findings }]) =>
    [
      name,
      `${seconds(ms)} (${seconds(least)})`,
      `${(own.ms / ms).toFixed(2)}×`,
      cpu === undefined ? '' : seconds(cpu),
      peak === undefined ? '' : `${peak.toFixed(0)} MiB`,
      findings ? 'has findings' : '',
    ].join(' | '),
  )
  return [
    `| ${size} cases | median (least) | casectl beside it | processor | peak | |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(row => `| ${row} |`),
    '',
  ].join('\n')
}

if (!existsSync(join(PEERS, 'node_modules'))) {
  throw new Error('The peers are missing: npm ci --prefix bench/lint/peers')
}
process.stdout.write(`Seed ${seed}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n\n`)
const all = {}
for (const size of values.size.split(',').map(Number)) {
  const commands = values.only.split(',').map(name => COMMANDS[name])
  const result = inTurn(commands, { runs, cwd: libraryOf(size) })
  all[size] = result
  process.stdout.write(`${table(size, result)}\n`)
}
if (values.json !== undefined) {
  const about = { seed, node: process.version, date: new Date().toISOString().slice(0, 10) }
  writeFileSync(values.json, `${JSON.stringify({ ...about, sizes: all }, undefined, 2)}\n`)
}

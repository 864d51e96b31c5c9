// `casectl lint` beside its peers on generated libraries, all in one run: ratios decide.
// Usage: npm run build && npm ci --prefix bench/lint/peers
//        node bench/lint/run.mjs [--size 1000,10000] [--runs 5] [--seed 1] [--dir DIR] [--json FILE]
//          [--only own,all,unchanged,changed,markdownlint,remark,cat] [--faulty 0.03] [--bin PROGRAM]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    only: { type: 'string', default: 'own,all,unchanged,changed,markdownlint,remark,cat' },
    faulty: { type: 'string', default: '0.03' },
    bin: { type: 'string', default: join(ROOT, 'bin/casectl.js') },
    dir: { type: 'string', default: join(tmpdir(), 'casectl-bench-lint') },
    json: { type: 'string' },
  },
})
const [runs, seed, faulty] = [values.runs, values.seed, values.faulty].map(Number)

// Rules that judge a file beside others, or look for personal data. What is left is structure and content.
const BEYOND = [
  ...['personal-data', 'image-metadata', 'links', 'attachments', 'orphan-asset', 'relations'],
  ...['public-leak', 'near-duplicate', 'contradiction', 'unused-term', 'unsafe-tree'],
]
const lint = (...options) => [values.bin, 'lint', '--quiet', ...options]

const package_ = path => join(PEERS, 'node_modules', path)
const COMMANDS = {
  own: [
    'casectl lint, structure and content',
    process.execPath,
    lint('--no-cache', ...BEYOND.map(rule => `--rule=${rule}=off`)),
  ],
  all: ['casectl lint, every rule', process.execPath, lint('--no-cache')],
  unchanged: ['casectl lint, nothing changed', process.execPath, lint()],
  changed: ['casectl lint, one case changed', process.execPath, lint(), changeOne],
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

let changes = 0

/** Says a word more in one case, another one each time. */
function changeOne(root) {
  const folder = join(root, 'cases')
  const paths = readdirSync(folder, { recursive: true }).filter(path => path.endsWith('.md'))
  const path = join(folder, paths[(changes++ * 7919) % paths.length])
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()} ${changes}\n`)
}

/** A library of a size, a few percent of it faulty; written where it is not there yet. */
function libraryOf(size) {
  const folder = join(values.dir, `${size}-${seed}-${faulty}`)
  const root = join(folder, 'library')
  const done = join(folder, 'written')
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true })
    writeLibrary({ size, seed, faulty, out: root })
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
process.stdout.write(
  `Seed ${seed}, faulty ${faulty}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n\n`,
)
const all = {}
for (const size of values.size.split(',').map(Number)) {
  const commands = values.only.split(',').map(name => COMMANDS[name])
  const result = inTurn(commands, { runs, cwd: libraryOf(size) })
  all[size] = result
  process.stdout.write(`${table(size, result)}\n`)
}
if (values.json !== undefined) {
  const about = { seed, faulty, node: process.version, date: new Date().toISOString().slice(0, 10) }
  writeFileSync(values.json, `${JSON.stringify({ ...about, sizes: all }, undefined, 2)}\n`)
}

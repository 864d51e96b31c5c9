// casectl's search beside its peers, on generated libraries, all in one run: ratios decide.
// Usage: npm run build && npm ci --prefix bench/search/peers
//        node bench/search/run.mjs --size 10000 [--only full,disk,cold,warm,browser,change]
//          [--seed 1] [--runs 15] [--queries 40] [--dir DIR] [--json FILE]
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runNode } from './measure.mjs'
import { browser } from './sections/browser.mjs'
import { change } from './sections/change.mjs'
import { cold } from './sections/cold.mjs'
import { disk } from './sections/disk.mjs'
import { full } from './sections/full.mjs'
import { warm } from './sections/warm.mjs'
import { CASECTL, LUNR_LIMIT, PEERS, setUp } from './setup.mjs'
import { table } from './table.mjs'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    only: { type: 'string', default: 'full,disk,cold,warm,browser,change' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '15' },
    queries: { type: 'string', default: '40' },
    dir: { type: 'string' },
    json: { type: 'string' },
  },
})
const [size, seed, runs, queries] = [values.size, values.seed, values.runs, values.queries].map(Number)
const sections = values.only.split(',')
const place = await setUp({ size, seed, ...(values.dir === undefined ? {} : { dir: values.dir }) })
const say = text => process.stdout.write(`${text}\n`)

/** What the other sections read; `full` writes it anew and times it. */
function build() {
  runNode([CASECTL, 'index'], { cwd: place.root })
  runNode([join(PEERS, 'fts5-build.mjs'), place.parts, place.root, place.database])
  if (size <= LUNR_LIMIT) runNode([join(PEERS, 'lunr-build.mjs'), place.parts, place.root, place.lunr])
}

const MEASURES = {
  disk: () => disk(place),
  cold: () => cold(place, runs),
  warm: () => warm(place),
  browser: () => browser(place, queries),
  change: () => change(place, runs),
}

say(`${size} cases, seed ${seed}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`)
const results = { size, seed, node: process.version, date: new Date().toISOString().slice(0, 10) }
const record = (section, result) => {
  results[section] = result
  say(table(section, result))
}
if (sections.includes('full')) record('full', full(place))
build()
// FTS5's build is timed without this, its searches and its size with it: each at its best.
runNode([join(PEERS, 'fts5-optimise.mjs'), place.database, place.termsOnly])
for (const [section, measure] of Object.entries(MEASURES)) {
  if (sections.includes(section)) record(section, await measure())
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`)

// How the cost of a search, and of an index, grows with the library.
// Usage: node bench/search/curve.mjs [--sizes 1000,10000,100000,300000] [--seed 1] [--runs 15] [--json FILE]
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runNode, runWithPeak } from './measure.mjs'
import { cold } from './sections/cold.mjs'
import { disk } from './sections/disk.mjs'
import { warm } from './sections/warm.mjs'
import { CASECTL, PEERS, setUp } from './setup.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,300000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '15' },
    json: { type: 'string' },
  },
})
const [seed, runs] = [Number(values.seed), Number(values.runs)]
const say = cells => process.stdout.write(`| ${cells.join(' | ')} |\n`)
const points = []
say([
  'cases',
  'index --full',
  'peak',
  'served',
  'cold search',
  'beside node -e 0',
  'warm p50',
  'warm p99',
  'FTS5 p99',
])
say(Array.from({ length: 9 }, () => '---'))
for (const size of values.sizes.split(',').map(Number)) {
  const place = await setUp({ size, seed })
  rmSync(join(place.root, '.casectl'), { recursive: true, force: true })
  const { ms, peak } = runWithPeak([CASECTL, 'index', '--full'], { cwd: place.root })
  runNode([`${PEERS}/fts5-build.mjs`, place.parts, place.root, place.database])
  runNode([`${PEERS}/fts5-optimise.mjs`, place.database, place.termsOnly])
  const point = {
    size,
    full: ms,
    peak,
    disk: disk(place),
    cold: await cold({ ...place, size: Infinity }, runs),
    warm: await warm(place),
  }
  points.push(point)
  const { 'node -e 0': node, 'casectl search': search } = point.cold
  say([
    size,
    `${(ms / 1000).toFixed(1)} s`,
    `${peak.toFixed(0)} MiB`,
    `${(point.disk['casectl, served files'].bytes / 1e6).toFixed(1)} MB`,
    `${search.ms.toFixed(0)} ms`,
    `${(search.ms / node.ms).toFixed(2)}×`,
    `${point.warm.casectl.p50.toFixed(2)} ms`,
    `${point.warm.casectl.p99.toFixed(1)} ms`,
    `${point.warm['FTS5, bm25()'].p99.toFixed(1)} ms`,
  ])
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(points, undefined, 2)}\n`)

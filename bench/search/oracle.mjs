// Is the evaluator Lunr, at sizes that no test has time for? Generates cases and queries, asks both,
// and compares documents, order and scores to the bit. The code is that of
// test/search/differential.test.ts, which asks 2,000 queries of 1,000 cases.
//
//   node bench/search/oracle.mjs 10000 2000
//   node --max-old-space-size=14000 bench/search/oracle.mjs 100000 200
//
// The first takes some minutes and 3 GB, the second half an hour and 12 GB, nearly all of it Lunr's.
// Exit code 1 where an answer differs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const [documents, queries] = process.argv.slice(2).map(Number)
if (!(documents > 0 && queries > 0)) throw new Error('usage: node bench/search/oracle.mjs CASES QUERIES')

const folder = mkdtempSync(join(tmpdir(), 'casectl-oracle-'))
const bundle = join(folder, 'oracle.mjs')
await build({
  stdin: {
    contents: `
      export { compareWithLunr } from './test/search/differential.js'
      export { generateCases } from './test/search/generated-cases.js'
      export { cutCases } from './test/search/generated-library.js'`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  logLevel: 'error',
})
const { compareWithLunr, cutCases, generateCases } = await import(bundle)
rmSync(folder, { recursive: true })

const started = performance.now()
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`
const cases = cutCases(generateCases(documents, 20))
const step = Math.max(1, Math.floor(queries / 10))
const { hits, differences } = await compareWithLunr(cases, queries, (query, sofar) => {
  if (query % step !== 0) return
  const found = `${sofar.hits} hits, ${sofar.differences.length} differ`
  process.stderr.write(`${seconds()}: ${query} of ${queries} queries, ${found}\n`)
})
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(
  `${documents} cases, ${queries} queries, ${hits} hits: ${differences.length} differ (${seconds()}, ${peak} MiB)\n`,
)
for (const difference of differences) process.stdout.write(`${difference}\n`)
process.exitCode = differences.length === 0 ? 0 : 1

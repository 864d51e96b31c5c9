import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quantile, runNode } from '../measure.mjs'
import { mixedQueries } from '../queries.mjs'
import { PEERS } from '../setup.mjs'

const ROUNDS = 7

/** Two hundred mixed queries in one process each: milliseconds a query. */
export async function warm({ root, seed, size, parts, database, queries }) {
  const { WarmIndex, toMatch } = await import(parts)
  const index = new WarmIndex(root)
  const mix = mixedQueries(seed, size)
  const matches = []
  for (const { text } of mix) matches.push(toMatch(await index.typed(text)))
  const file = `${queries}.matches`
  writeFileSync(queries, JSON.stringify(mix.map(({ text }) => text)))
  writeFileSync(file, JSON.stringify(matches))
  const casectl = runNode([join(PEERS, '../warm-casectl.mjs'), parts, root, queries, String(ROUNDS)])
  const fts5 = runNode([join(PEERS, 'fts5-warm.mjs'), database, file, String(ROUNDS)])
  return {
    casectl: summary(JSON.parse(casectl.stdout), mix),
    'FTS5, bm25()': summary(JSON.parse(fts5.stdout), mix),
  }
}

function summary(times, mix) {
  const warmTimes = times.map(time => time.warm)
  const first = times.map(time => time.first)
  const slowest = [...mix.keys()].sort((a, b) => warmTimes[b] - warmTimes[a]).slice(0, 5)
  return {
    p50: quantile(warmTimes, 0.5),
    p99: quantile(warmTimes, 0.99),
    max: Math.max(...warmTimes),
    firstP50: quantile(first, 0.5),
    firstP99: quantile(first, 0.99),
    slowest: slowest.map(i => ({ ...mix[i], ms: warmTimes[i] })),
    byForm: Object.fromEntries(
      [...new Set(mix.map(({ form }) => form))].map(form => [
        form,
        quantile(
          warmTimes.filter((_, i) => mix[i].form === form),
          0.5,
        ),
      ]),
    ),
  }
}

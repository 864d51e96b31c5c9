import { performance } from 'node:perf_hooks'

/**
 * Asks every query once, then `rounds` times more, always in the same order.
 * @returns by query: `first`, the first time it was asked; `warm`, the median of the others, in ms
 */
export async function timeQueries(queries, ask, rounds) {
  const times = queries.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [i, query] of queries.entries()) {
      const start = performance.now()
      await ask(query)
      times[i].push(performance.now() - start)
    }
  }
  return times.map(([first, ...others]) => {
    const sorted = others.toSorted((a, b) => a - b)
    return { first, warm: sorted[Math.floor(sorted.length / 2)] }
  })
}

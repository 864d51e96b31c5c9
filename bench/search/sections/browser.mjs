import { join } from 'node:path'
import { bundle } from '../bundle.mjs'
import { quantile } from '../measure.mjs'
import { mixedQueries } from '../queries.mjs'
import { CACHE, ROOT } from '../setup.mjs'

/** First searches, each in an empty browser: bytes on the wire with the program, requests, milliseconds. */
export async function browser({ index, seed, size }, count) {
  const file = await bundle('test/browser/harness.ts', CACHE, 'harness.mjs')
  const { SearchPage, serve, startChromium } = await import(file)
  const folders = { app: join(ROOT, 'dist/browser'), index }
  const server = await serve({ folders, ranges: true })
  const chromium = await startChromium()
  const mix = mixedQueries(seed, size)
  const asked = mix.filter(
    (_, i) => Math.floor((i * count) / mix.length) !== Math.floor(((i - 1) * count) / mix.length),
  )
  const seen = []
  try {
    for (const { form, text } of asked) {
      const page = await SearchPage.open(chromium, server.url)
      const { ms } = await page.search({ text })
      seen.push({ form, text, ms, bytes: page.bytes, requests: page.transfers.length })
      await page.close()
    }
  } finally {
    await chromium.close()
    await server.close()
  }
  const of = (name, share) =>
    quantile(
      seen.map(one => one[name]),
      share,
    )
  return {
    'first search': {
      queries: seen.length,
      bytesP50: of('bytes', 0.5),
      bytesP95: of('bytes', 0.95),
      bytesMax: of('bytes', 1),
      requestsP50: of('requests', 0.5),
      msP50: of('ms', 0.5),
      msP95: of('ms', 0.95),
      largest: seen.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5),
    },
  }
}

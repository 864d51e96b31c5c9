// What a first search in an empty browser asks of a host: requests and bytes by kind of file.
// Usage: node bench/search/requests.mjs --size 10000 [--seed 1] [--dir DIR] QUERY…
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { CACHE, ROOT, setUp } from './setup.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string' },
  },
})
const { index } = await setUp({
  size: Number(values.size),
  seed: Number(values.seed),
  ...(values.dir === undefined ? {} : { dir: values.dir }),
})
const { SearchPage, serve, startChromium } = await import(
  await bundle('test/browser/harness.ts', CACHE, 'harness.mjs')
)
const server = await serve({ folders: { app: join(ROOT, 'dist/browser'), index }, ranges: true })
const chromium = await startChromium()
for (const text of positionals) {
  const page = await SearchPage.open(chromium, server.url)
  const { total, ms } = await page.search({ text })
  const byKind = groupBy(page.transfers, kindOf)
  process.stdout.write(
    `${text}: ${total} found, ${ms.toFixed(0)} ms, ${page.transfers.length} requests, ${page.bytes} bytes\n`,
  )
  for (const [kind, transfers] of byKind) {
    const sizes = transfers.map(({ bytes }) => bytes)
    const sum = sizes.reduce((a, b) => a + b)
    process.stdout.write(`  ${kind.padEnd(18)} ${String(sum).padStart(8)}  ${sizes.join(' ')}\n`)
  }
  await page.close()
}
await chromium.close()
await server.close()

function kindOf({ url }) {
  return url
    .split('/')
    .at(-1)
    .replace(/-[0-9a-f]{16}\.bin$/, '')
}

function groupBy(list, key) {
  const groups = new Map()
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

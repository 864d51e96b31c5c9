import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { cli } from '../cli/run-cli.js'
import { startChromium } from './chromium.js'
import { SearchPage } from './search-page.js'
import { serve } from './static-server.js'

/*
 * The same index, asked in a terminal and in a real browser over a host of files. Needs the built
 * package (npm run build) and Chromium; without them it fails and says so.
 */
const SIZE = 1000
const FOLDER = mkdtempSync(join(tmpdir(), 'casectl-browser-'))
const LIBRARY = join(FOLDER, 'library')
const APP = resolve('dist/browser')

let chromium: Browser
let queries: readonly string[]

beforeAll(async () => {
  if (!existsSync(join(APP, 'casectl-search.js'))) throw new Error('The program is missing: npm run build')
  chromium = await startChromium()
  execFileSync(process.execPath, ['bench/library/generate.mjs', '--size', String(SIZE), '--out', LIBRARY])
  const indexed = await cli(['index'], { cwd: LIBRARY })
  expect(indexed.code).toBe(0)
  const mix = await import(pathToFileURL(resolve('bench/search/queries.mjs')).href)
  queries = mix.mixedQueries(1, SIZE).map(({ text }: { readonly text: string }) => text)
})

afterAll(async () => {
  await chromium?.close()
  rmSync(FOLDER, { recursive: true, force: true })
})

async function host(ranges: boolean) {
  const server = await serve({ folders: { app: APP, index: join(LIBRARY, '.casectl/index') }, ranges })
  onTestFinished(() => server.close())
  return server.url
}

async function inTerminal(text: string): Promise<{ ids: string[]; total: number }> {
  const { stdout } = await cli(['search', '--json', '--', ...text.split(' ')], { cwd: LIBRARY })
  const { hits, total } = JSON.parse(stdout) as { hits: { id: string }[]; total: number }
  return { ids: hits.map(({ id }) => id), total }
}

test('200 queries find the same cases in the same order as in the terminal', async () => {
  const page = await SearchPage.open(chromium, await host(true))
  onTestFinished(() => page.close())
  expect(queries).toHaveLength(200)
  let found = 0
  for (const text of queries) {
    const { ids, total } = await page.search({ text })
    expect({ text, ids, total }).toEqual({ text, ...(await inTerminal(text)) })
    found += ids.length
  }
  // So the comparison is not one of empty lists.
  expect(found).toBeGreaterThan(1000)
})

test('a host that ignores ranges gives the same answers', async () => {
  const page = await SearchPage.open(chromium, await host(false))
  onTestFinished(() => page.close())
  for (const text of queries.filter((_, i) => i % 10 === 0)) {
    const { ids, total } = await page.search({ text })
    expect({ text, ids, total }).toEqual({ text, ...(await inTerminal(text)) })
  }
})

test('a first search in an empty browser takes few bytes and few requests, a second one fewer', async () => {
  const url = await host(true)
  const first: number[] = []
  for (const text of queries.filter((_, i) => i % 8 === 0)) {
    const page = await SearchPage.open(chromium, url)
    await page.search({ text })
    first.push(page.bytes)
    const before = page.transfers.length
    await page.search({ text })
    expect(page.transfers.length).toBe(before)
    await page.close()
  }
  first.sort((a, b) => a - b)
  expect(first[Math.floor(first.length / 2)]).toBeLessThan(100_000)
})

test('what a page is not meant to have is not asked for', async () => {
  const page = await SearchPage.open(chromium, await host(true))
  onTestFinished(() => page.close())
  await page.search({ text: '设备停机' })
  expect(page.transfers.length).toBeGreaterThan(3)
  for (const { url } of page.transfers) {
    expect(url).toMatch(/\/(?:app\/casectl-search\.js|index\/(?:manifest\.json|[a-z]+-[0-9a-f]{16}\.bin))$/)
  }
})

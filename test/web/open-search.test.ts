import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSearch } from '../../src/web/index.js'
import { serve } from '../browser/static-server.js'
import { cli } from '../cli/run-cli.js'
import { sampleCopy } from '../cli/temporary.js'

/** A copy of the sample library, indexed and served. */
async function published() {
  const root = sampleCopy()
  expect((await cli(['index'], { cwd: root })).code).toBe(0)
  const index = join(root, '.casectl/index')
  const server = await serve({ folders: { index }, ranges: true })
  onTestFinished(() => server.close())
  return { root, index, base: `${server.url}index/` }
}

async function inTerminal(root: string, ...args: string[]): Promise<unknown[]> {
  const { stdout } = await cli(['search', '--json', ...args], { cwd: root })
  return JSON.parse(stdout).hits.map(({ id }: { readonly id: string }) => id)
}

test('a search over HTTP finds what the terminal finds, filters by any name of a term included', async () => {
  const { root, base } = await published()
  const cases = await openSearch(base)
  const found = await cases.search({ text: '停机 E-1203' })
  expect(found.hits.map(({ id }) => id)).toEqual(await inTerminal(root, '停机 E-1203'))
  expect(found.hits[0]?.id).toBe('CASE-X29B4')
  const filtered = await cases.search({ text: '报警', filters: { product: ['空压机'] }, limit: 3 })
  expect(filtered.hits.map(({ id }) => id)).toEqual(
    await inTerminal(root, '报警', '--product', '空压机', '--limit', '3'),
  )
  expect(filtered.hits.length).toBeGreaterThan(0)
  await expect(cases.search({ text: '', filters: { product: ['洗衣机'] } })).rejects.toMatchObject({
    code: 'unknown-filter',
  })
})

test('what someone is typing is completed', async () => {
  const cases = await openSearch((await published()).base)
  const texts = (await cases.suggest('E-12')).map(({ text }) => text)
  expect(texts).toContain('E-1203')
  expect(await cases.suggest('E-12', { limit: 1 })).toHaveLength(1)
})

test('where there is no index, or one of another version, it says so in both languages', async () => {
  const { index, base } = await published()
  const manifest = readFileSync(join(index, 'manifest.json'), 'utf8')
  writeFileSync(join(index, 'manifest.json'), manifest.slice(0, -20))
  await expect(openSearch(base)).rejects.toMatchObject({ code: 'no-index', message: /damaged/ })
  rmSync(join(index, 'manifest.json'))
  await expect(openSearch(new URL(base))).rejects.toMatchObject({
    code: 'no-index',
    text: { en: /there is no manifest/, zh: /没有 manifest/ },
  })
})

test('an open page follows a new index whose old packs are gone', async () => {
  const { root, index, base } = await published()
  const cases = await openSearch(base)
  const old = new Set(readdirSync(index))
  const file = 'cases/air-compressor/CASE-X29B4-空压机-E-1203-高温停机.md'
  const text = readFileSync(join(root, file), 'utf8')
  writeFileSync(join(root, file), text.replace(/^title: .*$/m, 'title: 水泵结冰'))
  expect((await cli(['index', '--full'], { cwd: root })).code).toBe(0)
  const referred = readFileSync(join(index, 'manifest.json'), 'utf8')
  for (const name of old)
    if (name.endsWith('.bin') && !referred.includes(name)) rmSync(join(index, name), { force: true })
  expect((await cases.search({ text: '水泵结冰' })).hits[0]?.id).toBe('CASE-X29B4')
})

test('a page whose host lost a pack for good is told, and not answered by halves', async () => {
  const { index, base } = await published()
  for (const name of readdirSync(index)) if (name.startsWith('postings-')) rmSync(join(index, name))
  const cases = await openSearch(base)
  await expect(cases.search({ text: '停机' })).rejects.toMatchObject({ name: 'DamagedIndex' })
})

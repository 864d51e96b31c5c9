import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { type Fetch, type FetchInit, FetchStorage } from '../../src/web/fetch-storage.js'
import { inflate } from '../../src/web/inflate.js'
import { serve } from '../browser/static-server.js'
import { temporaryFolder } from '../cli/temporary.js'

const PACK = 'terms-0123456789abcdef.bin'
const BYTES = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) & 255)

async function host(ranges: boolean) {
  const folder = join(temporaryFolder(), 'index')
  mkdirSync(folder)
  writeFileSync(join(folder, PACK), BYTES)
  writeFileSync(join(folder, 'manifest.json'), '{}')
  const server = await serve({ folders: { index: folder }, ranges })
  onTestFinished(() => server.close())
  const asked: { readonly url: string; readonly init: FetchInit }[] = []
  const counting: Fetch = (url, init) => {
    asked.push({ url, init })
    return fetch(url, init)
  }
  return { storage: new FetchStorage(`${server.url}index`, counting), asked, folder }
}

test('a part of a pack is asked for as a range, and nothing else is sent', async () => {
  const { storage, asked } = await host(true)
  expect(await storage.read(PACK, { start: 10, end: 30 })).toEqual(BYTES.slice(10, 30))
  expect(await storage.read(PACK, { start: 4990, end: 5000 })).toEqual(BYTES.slice(4990))
  expect(asked.map(({ init }) => init.headers?.['Range'])).toEqual(['bytes=10-29', 'bytes=4990-4999'])
  expect(asked.every(({ init }) => init.cache === 'force-cache')).toBe(true)
})

test('of a server without ranges every pack is asked for once, as a whole', async () => {
  const { storage, asked } = await host(false)
  expect(await storage.read(PACK, { start: 10, end: 30 })).toEqual(BYTES.slice(10, 30))
  const parts = [40, 50, 60].map(start => storage.read(PACK, { start, end: start + 5 }))
  expect(await Promise.all(parts)).toEqual([40, 50, 60].map(start => BYTES.slice(start, start + 5)))
  expect(asked).toHaveLength(1)
})

test('parts that are asked for at once cost a server without ranges one pack, not one each', async () => {
  const { storage, asked } = await host(false)
  const parts = [10, 20, 30].map(start => storage.read(PACK, { start, end: start + 5 }))
  expect(await Promise.all(parts)).toEqual([10, 20, 30].map(start => BYTES.slice(start, start + 5)))
  expect(asked).toHaveLength(1)
})

test('a server that changes its mind about ranges is understood', async () => {
  const answers = [
    new Response(BYTES.slice(10, 30), { status: 206 }),
    new Response(BYTES, { status: 200 }),
    new Response('', { status: 404 }),
  ]
  const storage = new FetchStorage('http://x/', async () => answers.shift() ?? Response.error())
  expect(await storage.read(PACK, { start: 10, end: 30 })).toEqual(BYTES.slice(10, 30))
  expect(await storage.read(PACK, { start: 40, end: 50 })).toEqual(BYTES.slice(40, 50))
  expect(await storage.read(PACK, { start: 40, end: 50 })).toBeUndefined()
})

test('a server that fails is no damage of the index', async () => {
  const storage = new FetchStorage('http://x/', async () => new Response('', { status: 503 }))
  await expect(storage.read(PACK, { start: 0, end: 5 })).rejects.toThrow(
    'http://x/terms-0123456789abcdef.bin: HTTP 503',
  )
  await expect(storage.read('manifest.json')).rejects.toThrow('HTTP 503')
})

test('the manifest is never taken from a cache unasked, and is not kept', async () => {
  const { storage, asked, folder } = await host(true)
  expect(new TextDecoder().decode(await storage.read('manifest.json'))).toBe('{}')
  writeFileSync(join(folder, 'manifest.json'), '{"a":1}')
  expect(new TextDecoder().decode(await storage.read('manifest.json'))).toBe('{"a":1}')
  expect(asked.map(({ init }) => init.cache)).toEqual(['no-cache', 'no-cache'])
})

test('what is not there is undefined; a range behind the end of a pack is not its bytes', async () => {
  const { storage } = await host(true)
  expect(await storage.read('terms-ffffffffffffffff.bin', { start: 0, end: 5 })).toBeUndefined()
  expect(await storage.read('terms-ffffffffffffffff.bin')).toBeUndefined()
  expect(await storage.read(PACK, { start: 4995, end: 5005 })).toEqual(BYTES.slice(4995))
  expect(await storage.read(PACK, { start: 6000, end: 6005 })).toEqual(new Uint8Array())
})

test('deflated bytes come out as they went in; damaged ones and ones that grow too large do not', async () => {
  const deflated = deflateRawSync(BYTES)
  expect(await inflate(deflated, BYTES.length)).toEqual(BYTES)
  await expect(inflate(deflated, BYTES.length - 1)).rejects.toThrow(RangeError)
  await expect(inflate(deflated.subarray(0, 40), BYTES.length)).rejects.toThrow()
  await expect(inflate(Uint8Array.of(255, 255, 255), 10)).rejects.toThrow()
})

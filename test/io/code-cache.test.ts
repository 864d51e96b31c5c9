import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeCacheFolder, requireCached } from '../../src/io/code-cache.js'
import { folderWith } from '../cli/temporary.js'

const bundle = (more = ''): string => `(function(module,require){
  const { exports } = module
  exports.twice = n => 2 * n + "\\u3002".search(/[\\u3002]/)
  exports.join = require("node:path").join
  ${more}
})`
const require = createRequire(import.meta.url)

interface Exports {
  readonly join: unknown
  twice(n: number): number
}

class Place {
  readonly root = folderWith({ 'bundle.cjs': bundle() })
  readonly file = join(this.root, 'bundle.cjs')
  readonly folder = join(this.root, 'cache', 'casectl')

  load(folder: string | undefined = this.folder, ran?: number): Exports {
    const { exports, keep } = requireCached(this.file, require, folder)
    const loaded = exports as Exports
    expect([loaded.twice(21), loaded.join]).toEqual([42, join])
    keep(ran)
    return loaded
  }

  get caches(): string[] {
    return readdirSync(this.folder)
  }

  get cache(): string {
    expect(this.caches).toHaveLength(1)
    return join(this.folder, this.caches[0] ?? '')
  }
}

test('what was compiled is kept once, for its owner alone', () => {
  const place = new Place()
  place.load()
  const before = statSync(place.cache, { bigint: true })
  expect(Number(before.mode) & 0o777).toBe(0o600)
  expect(before.size).toBeGreaterThan(100n)
  place.load()
  expect(statSync(place.cache, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs })
})

test('what much longer runs have called is kept again, what others have is not', () => {
  const place = new Place()
  const written = (ran: number): bigint => {
    place.load(place.folder, ran)
    return statSync(place.cache, { bigint: true }).ino
  }
  const first = written(150)
  expect([written(149.6), written(450)]).toEqual([first, first])
  const second = written(451)
  expect(second).not.toBe(first)
  expect([written(150), written(1353)]).toEqual([second, second])
  expect(written(1e12)).not.toBe(second)
})

describe('compiled code is not run, and is made anew', () => {
  test.each<[string, (cache: string) => void]>([
    ['with a flipped byte', cache => writeFileSync(cache, flipped(readFileSync(cache)))],
    ['cut off', cache => writeFileSync(cache, readFileSync(cache).subarray(0, 60))],
    ['empty', cache => writeFileSync(cache, '')],
    ['of something else', cache => writeFileSync(cache, 'not what V8 wrote, at all')],
  ])('%s', (_, damage) => {
    const place = new Place()
    place.load()
    damage(place.cache)
    const { ino: damaged } = statSync(place.cache, { bigint: true })
    place.load()
    const { ino: anew } = statSync(place.cache, { bigint: true })
    expect(anew).not.toBe(damaged)
    // What is taken is not written again.
    place.load()
    expect(statSync(place.cache, { bigint: true }).ino).toBe(anew)
  })

  test('that others may write to', () => {
    const place = new Place()
    place.load()
    chmodSync(place.cache, 0o666)
    place.load()
    expect(statSync(place.cache).mode & 0o777).toBe(0o600)
  })

  test.skipIf(process.getuid?.() !== 0)('that somebody else wrote', () => {
    const place = new Place()
    place.load()
    chownSync(place.cache, 65534, 65534)
    place.load()
    expect(statSync(place.cache).uid).toBe(0)
  })
})

test('of another bundle it is not this one, which takes its place', () => {
  const place = new Place()
  place.load()
  const before = place.cache
  writeFileSync(place.file, bundle('exports.more = 1'))
  expect(place.load()).toMatchObject({ more: 1 })
  expect(place.cache).not.toBe(before)
})

test('without a folder, or where none can be made, it loads all the same', () => {
  const place = new Place()
  requireCached(place.file, require, undefined).keep()
  expect(readdirSync(place.root)).toEqual(['bundle.cjs'])
  place.load(join(place.file, 'below a file'))
  expect(readdirSync(place.root)).toEqual(['bundle.cjs'])
})

test.each<[string, Record<string, string>, string | undefined]>([
  ['below the home', { HOME: '/home/wu' }, '/home/wu/.cache/casectl/code'],
  ['where XDG says', { HOME: '/home/wu', XDG_CACHE_HOME: '/var/wu' }, '/var/wu/casectl/code'],
  ['an empty setting is none', { HOME: '/home/wu', XDG_CACHE_HOME: '' }, '/home/wu/.cache/casectl/code'],
  [
    'not where a setting is no path',
    { HOME: '/home/wu', XDG_CACHE_HOME: 'x' },
    '/home/wu/.cache/casectl/code',
  ],
  ['no home', {}, undefined],
  ['a home that is no path', { HOME: 'wu' }, undefined],
  ['refused', { HOME: '/home/wu', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
])('compiled code lies %s', (_, env, folder) => {
  expect(codeCacheFolder(env)).toBe(folder)
})

function flipped(bytes: Buffer): Buffer {
  bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
  return bytes
}

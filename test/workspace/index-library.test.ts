import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openPartition } from '../../src/store/open-partition.js'
import type { BuiltIndex } from '../../src/workspace/build-index.js'
import { readIndexManifest } from '../../src/workspace/index-manifest.js'
import { markIndex } from '../../src/workspace/index-mark.js'
import { indexHolds } from '../../src/workspace/index-stamp.js'
import { everything, smallCase, TestLibrary } from './indexed-library.js'

/** Longer than the step of a file system's clock: what was written before is surely older. */
const STEP = 150

const A = smallCase('CASE-AAAA1', '设备停机')
const B = smallCase('CASE-AAAA2', '电机过热')
const C = smallCase('CASE-AAAA3', '水泵漏油')

/** A library of three cases that was indexed a while after they were written. */
async function indexed(files: Readonly<Record<string, string>> = {}): Promise<TestLibrary> {
  const library = new TestLibrary({ 'cases/a.md': A, 'cases/b.md': B, 'cases/c.md': C, ...files })
  await sleep(STEP)
  await library.index()
  await sleep(STEP)
  return library
}

/** id → path of the cases in the index, archived ones in brackets. */
async function held({ manifest, storage }: BuiltIndex): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of ['living', 'archive'] as const) {
    const reader = await openPartition(storage, manifest[name])
    const numbers = Array.from({ length: reader.size }, (_, i) => i).filter(i => reader.isLive(i))
    for (const { id, path } of await reader.documents(numbers)) {
      found[id] = name === 'living' ? path : `(${path})`
    }
  }
  return found
}

const indexFiles = (root: string): Record<string, number> => {
  const folder = join(root, '.casectl/index')
  return Object.fromEntries(readdirSync(folder).map(name => [name, statSync(join(folder, name)).mtimeMs]))
}

describe('what is read', () => {
  test('nothing that is unchanged, and then nothing is written either', async () => {
    const library = await indexed()
    const before = indexFiles(library.root)
    const { summary } = await library.index()
    expect(summary).toMatchObject({ count: 3, read: 0, unchanged: 3, changed: 0, full: false, written: true })
    expect(indexFiles(library.root)).toEqual(before)
  })

  test('only the file that changed', async () => {
    const library = await indexed()
    library.write('cases/b.md', smallCase('CASE-AAAA2', '电机冒烟'))
    const built = await library.index()
    expect(built.summary).toMatchObject({
      read: 1,
      changed: 1,
      added: 0,
      removed: 0,
      unchanged: 2,
      full: false,
    })
    const reader = await openPartition(built.storage, built.manifest.living)
    expect((await reader.postings('冒烟'))?.count).toBe(1)
    expect(await reader.postings('过热')).toBeUndefined()
  })

  test('a file that was only touched, once, and it is no change', async () => {
    const library = await indexed()
    library.touch('cases/b.md')
    await sleep(STEP)
    expect((await library.index()).summary).toMatchObject({ read: 1, changed: 0, unchanged: 3 })
    expect((await library.index()).summary.read).toBe(0)
  })

  test('an edit of the same size with its old time set again is seen', async () => {
    const library = await indexed()
    const file = join(library.root, 'cases/b.md')
    const { atime, mtime } = statSync(file)
    writeFileSync(file, B.replaceAll('电机', '水泵'))
    utimesSync(file, atime, mtime)
    expect((await library.index()).summary).toMatchObject({ changed: 1 })
  })

  test('with --full every file', async () => {
    const library = await indexed()
    const full = await library.index(true)
    expect(full.summary).toMatchObject({ read: 3, full: true, added: 0, changed: 0, unchanged: 3 })
  })
})

describe('what is in the index', () => {
  test('a deleted case leaves and a renamed one goes with its file', async () => {
    const library = await indexed()
    library.remove('cases/a.md')
    library.rename('cases/b.md', 'cases/sub/new.md')
    const built = await library.index()
    expect(built.summary).toMatchObject({ removed: 1, changed: 1, unchanged: 1, count: 2 })
    expect(await held(built)).toEqual({ 'CASE-AAAA2': 'cases/sub/new.md', 'CASE-AAAA3': 'cases/c.md' })
  })

  test('of an id that stands twice the first by path, then the next', async () => {
    const library = await indexed({ 'cases/aa.md': smallCase('CASE-AAAA1', '另一台设备') })
    const built = await library.index()
    expect(built.summary).toMatchObject({ count: 3, duplicates: 1, leftOut: 0 })
    expect(await held(built)).toMatchObject({ 'CASE-AAAA1': 'cases/a.md' })
    library.remove('cases/a.md')
    const next = await library.index()
    expect(next.summary).toMatchObject({ count: 3, duplicates: 0, changed: 1, removed: 0 })
    expect(await held(next)).toMatchObject({ 'CASE-AAAA1': 'cases/aa.md' })
    library.write('cases/0.md', smallCase('CASE-AAAA1', '第三台设备'))
    expect(await held(await library.index())).toMatchObject({ 'CASE-AAAA1': 'cases/0.md' })
  })

  test('no unsound file, and it comes when it is mended', async () => {
    const library = await indexed()
    library.write('cases/b.md', 'no front matter')
    library.write('cases/d.md', Buffer.from([0xff, 0xfe]).toString('latin1'))
    expect((await library.index()).summary).toMatchObject({ count: 2, leftOut: 2, removed: 1 })
    library.write('cases/b.md', B)
    expect((await library.index()).summary).toMatchObject({ count: 3, leftOut: 1, added: 1 })
  })

  test('archived cases in a partition of their own, by status or by folder', async () => {
    const library = await indexed()
    library.rename('cases/a.md', 'archive/a.md')
    library.write('cases/b.md', B.replace('published', 'archived'))
    const successor = 'superseded\nsuperseded_by: CASE-AAAA2'
    library.write('archive/c.md', smallCase('CASE-AAAA4', '旧水泵', { status: successor }))
    const built = await library.index()
    expect(await held(built)).toEqual({
      'CASE-AAAA1': '(archive/a.md)',
      'CASE-AAAA2': '(cases/b.md)',
      'CASE-AAAA3': 'cases/c.md',
      'CASE-AAAA4': 'archive/c.md',
    })
    expect(built.summary).toMatchObject({ count: 4, archived: 2 })
    library.rename('archive/a.md', 'cases/a.md')
    expect(await held(await library.index())).toMatchObject({ 'CASE-AAAA1': 'cases/a.md' })
  })

  test('how often a case was used, and only the cases concerned are written anew', async () => {
    const library = await indexed()
    const event = (id: string, found: string, kind: string): string =>
      `${JSON.stringify({ event: id, case: found, kind, day: '2026-11-22' })}\n`
    library.write(
      'feedback/2026-11/x.jsonl',
      event('e1', 'case-aaaa1', 'used') + event('e2', 'CASE-AAAA1', 'solved'),
    )
    library.write('feedback/2026-10/y.jsonl', `${event('e1', 'CASE-AAAA1', 'used')}broken\n`)
    library.write('feedback/notes.jsonl', event('e3', 'CASE-AAAA1', 'used'))
    const built = await library.index()
    expect(built.summary).toMatchObject({ read: 0, changed: 1, unchanged: 2 })
    const usesOf = async ({ storage, manifest }: BuiltIndex, id: string): Promise<number | undefined> => {
      const reader = await openPartition(storage, manifest.living)
      return (await reader.documents([(await reader.find(id)) ?? -1]))[0]?.uses
    }
    expect(await usesOf(built, 'CASE-AAAA1')).toBe(2)
    expect(await usesOf(built, 'CASE-AAAA2')).toBeUndefined()
    appendFileSync(join(library.root, 'feedback/2026-11/x.jsonl'), event('e4', 'CASE-AAAA1', 'unsolved'))
    expect((await library.index()).summary).toMatchObject({ changed: 0 })
    library.write('cases/a.md', `${A}更多。\n`)
    expect(await usesOf(await library.index(), 'CASE-AAAA1')).toBe(2)
    library.remove('feedback/2026-11/x.jsonl')
    library.remove('feedback/2026-10/y.jsonl')
    expect(await usesOf(await library.index(), 'CASE-AAAA1')).toBeUndefined()
  })
})

describe('settings', () => {
  test.each([
    ['another taxonomy', 'taxonomy.yml', 'facets: {}', true],
    ['another default audience', 'casectl.config.yml', 'default_audience: public\n', true],
    ['another archive folder', 'casectl.config.yml', 'folders: { archive: old }\n', true],
    ['other boosts', 'casectl.config.yml', 'search: { boosts: { title: 3 }, limit: 4 }\n', false],
    ['other rules', 'casectl.config.yml', 'rules: { dates: off }\n', false],
    ['synonyms', 'synonyms.yml', 'equal: [[设备, 机器]]\n', false],
  ])('%s: every case is read again only where documents depend on it', async (_, name, text, full) => {
    const library = await indexed()
    library.write(name, text)
    const built = await library.index()
    expect(built.summary).toMatchObject({ full, read: full ? 3 : 0, count: 3 })
    const fresh = new TestLibrary()
    library.copyTo(fresh)
    expect(await everything(built)).toEqual(await everything(await fresh.index()))
    expect((await library.index()).summary).toMatchObject({ full: false, read: 0 })
  })

  test('boosts and limits stand in the manifest', async () => {
    const library = await indexed()
    library.write('casectl.config.yml', 'search: { boosts: { title: 3 }, limit: 4 }\n')
    const { manifest } = await library.index()
    expect(manifest.settings).toMatchObject({ limit: 4, boosts: { title: 3 } })
  })

  test('synonyms that cannot be used are an expected failure', async () => {
    const library = await indexed()
    library.write('synonyms.yml', 'equal: {')
    await expect(library.index()).rejects.toMatchObject({ code: 'settings' })
  })
})

describe('the files of the index', () => {
  test('are those of this manifest and of the one before; what was left by others goes', async () => {
    const library = await indexed()
    const folder = join(library.root, '.casectl/index')
    for (const name of [
      'terms-0123456789abcdef.bin',
      '.casectl-0011.tmp',
      'header.json',
      'sources.0123456789abcdef.bin',
    ]) {
      writeFileSync(join(folder, name), 'left over')
    }
    writeFileSync(join(folder, 'mine.txt'), 'no file of an index')
    const first = indexFiles(library.root)
    library.write('cases/b.md', smallCase('CASE-AAAA2', '电机冒烟'))
    await library.index()
    const second = Object.keys(indexFiles(library.root))
    expect(second).toContain('mine.txt')
    expect(second.filter(name => /^(terms-0123|\.casectl|header\.json|sources\.0123)/.test(name))).toEqual([])
    const packs = (names: readonly string[]): string[] =>
      names.filter(name => name.endsWith('.bin') && name.includes('-'))
    const left = packs(Object.keys(first)).filter(name => !name.startsWith('terms-0123'))
    expect(second).toEqual(expect.arrayContaining(left))
    for (const text of ['一', '二']) {
      library.write('cases/b.md', smallCase('CASE-AAAA2', text))
      await library.index()
    }
    const now = packs(Object.keys(indexFiles(library.root)))
    expect(left.filter(name => now.includes(name)).length).toBeLessThan(left.length)
  })

  test.each(['missing', 'damaged', 'of other contents'])(
    'what was known is %s: everything is read',
    async how => {
      const library = await indexed()
      const folder = join(library.root, '.casectl/index')
      const name = readdirSync(folder).find(found => found.startsWith('sources')) ?? ''
      const bytes = readFileSync(join(folder, name))
      if (how === 'missing') library.remove(`.casectl/index/${name}`)
      else if (how === 'damaged') writeFileSync(join(folder, name), bytes.fill(1, 90, 91))
      else {
        const manifest = join(folder, 'manifest.json')
        const old = readFileSync(manifest)
        library.write('cases/b.md', smallCase('CASE-AAAA2', '电机冒烟'))
        await library.index()
        // As after a kill between two steps of a switch, in either order.
        writeFileSync(manifest, old)
      }
      expect((await library.index()).summary).toMatchObject({ full: true, read: 3, count: 3 })
      await sleep(STEP)
      expect((await library.index()).summary).toMatchObject({ full: false })
    },
  )

  test('a damaged pack that an update needs leads to a new index', async () => {
    const library = await indexed()
    const folder = join(library.root, '.casectl/index')
    for (const name of readdirSync(folder).filter(found => found.startsWith('header-'))) {
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, name), bytes.fill((bytes[9] ?? 0) ^ 1, 9, 10))
    }
    library.write('cases/b.md', smallCase('CASE-AAAA2', '电机冒烟'))
    const built = await library.index()
    expect(built.summary).toMatchObject({ full: true, count: 3 })
    expect(await held(built)).toHaveProperty('CASE-AAAA2')
  })

  test('--full writes a pack again that has its name but not its contents', async () => {
    const library = await indexed()
    const folder = join(library.root, '.casectl/index')
    const names = readdirSync(folder).filter(found => /^[a-z]+-/.test(found))
    for (const name of names) {
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, name), bytes.fill((bytes[6] ?? 0) ^ 1, 6, 7))
    }
    const { manifest, storage } = await library.index(true)
    expect((await openPartition(storage, manifest.living)).count).toBe(3)
  })
})

describe('the freshness stamp', () => {
  const holds = async (library: TestLibrary): Promise<boolean> => {
    const manifest = readIndexManifest(library.root)
    return manifest.ok && indexHolds(library.root, 'casectl.config.yml', manifest.value.contentHash)
  }

  test.each<[string, (library: TestLibrary) => unknown]>([
    ['a case is added', library => library.write('cases/d.md', smallCase('CASE-AAAA4', '新'))],
    ['a settings file comes', library => library.write('synonyms.yml', '{}')],
    ['feedback comes', library => library.write('feedback/2026-11/x.jsonl', '')],
    ['casectl writes', library => markIndex(library.root)],
    ['its file is damaged', library => library.write('.casectl/index/stamp.json', '{}')],
  ])('no longer holds when %s, and holds after an update', async (_, change) => {
    const library = await indexed()
    expect(await holds(library)).toBe(true)
    await change(library)
    expect(await holds(library)).toBe(false)
    await library.index()
    expect(await holds(library)).toBe(true)
  })

  test('the mark goes with an update, the stamp before it', async () => {
    const library = await indexed()
    await markIndex(library.root)
    await library.index()
    expect(existsSync(join(library.root, '.casectl/index-outdated'))).toBe(false)
  })
})

test('two builds at once do their work one after the other', async () => {
  const library = await indexed()
  library.write('cases/b.md', smallCase('CASE-AAAA2', '电机冒烟'))
  const [first, second] = await Promise.all([library.index(), library.index()])
  expect([first.summary.changed, second.summary.changed].sort()).toEqual([0, 1])
  expect(await everything(first)).toEqual(await everything(second))
})

import { describe, expect, test } from 'vitest'
import { updateIndexAt } from '../../src/workspace/build-index.js'
import { readIndexManifest } from '../../src/workspace/index-manifest.js'
import { readSources } from '../../src/workspace/index-state.js'
import { type CachedSettings, fromCache } from '../../src/workspace/settings-cache.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { everything, smallCase, TestLibrary } from './indexed-library.js'

const CONFIG = 'casectl.config.yml'
const library = (): TestLibrary =>
  new TestLibrary({
    [CONFIG]: 'default_audience: public\nrules: { dates: off }\n',
    'cases/a.md': smallCase('CASE-AAAA1', '设备停机', { category: 'frequent-drops' }),
  })

async function cachedIn({ root }: TestLibrary): Promise<CachedSettings | undefined> {
  await updateIndexAt(root)
  const manifest = readIndexManifest(root)
  return manifest.ok ? readSources(root, manifest.value.contentHash)?.settings : undefined
}

describe('settings that an index remembers', () => {
  test('are those of the files', async () => {
    const own = library()
    const cached = await fromCache(own.root, CONFIG, await cachedIn(own))
    const opened = await Workspace.open(own.root)
    expect(cached?.config).toEqual(opened.config)
    expect(cached?.taxonomy.data).toEqual(opened.taxonomy.data)
    expect((await cached?.parser())?.parseText('cases/a.md', '').problems).toHaveLength(1)
  })

  test.each([
    ['the configuration', CONFIG, 'default_audience: partner\n'],
    ['the taxonomy', 'taxonomy.yml', 'facets: {}\n'],
  ])('are read anew when %s changed', async (_, name, text) => {
    const own = library()
    const cached = await cachedIn(own)
    own.write(name, text)
    expect(await fromCache(own.root, CONFIG, cached)).toBeUndefined()
    expect(await fromCache(own.root, 'other.yml', cached)).toBeUndefined()
    expect(await fromCache(own.root, CONFIG, undefined)).toBeUndefined()
    const built = await everything(await updateIndexAt(own.root))
    expect(built).toEqual(await everything(await own.index(true)))
  })

  test('are not believed where they lead out of the library or are of another shape', async () => {
    const own = library()
    const cached = await cachedIn(own)
    if (cached === undefined) throw new Error('nothing was remembered')
    for (const written of [
      { folders: { cases: '../other' } },
      { taxonomy: '/etc/hostname' },
      { folders: { cases: 7 } },
    ]) {
      const forged = { ...cached, written } as unknown as CachedSettings
      expect(await fromCache(own.root, CONFIG, forged)).toBeUndefined()
    }
    const forged = { ...cached, taxonomy: { facets: null } } as unknown as CachedSettings
    expect(await fromCache(own.root, CONFIG, forged)).toBeUndefined()
  })
})

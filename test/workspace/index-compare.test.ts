import { expect, test } from 'vitest'
import { FileReader } from '../../src/io/read-now.js'
import { lookAt } from '../../src/io/scan.js'
import { compareFiles } from '../../src/workspace/index-compare.js'
import type { Source } from '../../src/workspace/sources.js'
import { folderWith } from '../cli/temporary.js'
import { document } from '../search/open-documents.js'

const FILES = { 'cases/a.md': 'CASE-AAAA1', 'cases/b.md': 'CASE-AAAA2' }

/** Files whose text is their case's id, and how often one was parsed. */
async function compare(
  root: string,
  known: { files: readonly Source[]; lookedAt: number },
  paths: readonly string[] = Object.keys(FILES),
  most = 10,
) {
  const reader = new FileReader(root, 100)
  let parsed = 0
  const parser = async () => async (path: string, bytes: Uint8Array) => {
    parsed++
    const id = Buffer.from(bytes).toString()
    return id === '' ? undefined : document(id, { path })
  }
  const found = await compareFiles(known, lookAt(root, paths), reader, parser, most)
  return { found, opened: reader.count, parsed }
}

async function known(root: string): Promise<readonly Source[]> {
  return (await compare(root, { files: [], lookedAt: 0 })).found?.files ?? []
}

test('a file is looked into again only if it may have changed in the moment of the last look', async () => {
  const root = folderWith(FILES)
  const files = await known(root)
  const last = Math.max(...files.map(({ ctime }) => ctime))
  for (const [lookedAt, opened] of [
    [last + 5000, 0],
    [last + 50, 2],
    [last, 2],
    [last - 5000, 2],
  ] as const) {
    const again = await compare(root, { files, lookedAt })
    expect([again.opened, again.parsed, again.found?.touched.size], String(lookedAt - last)).toEqual([
      opened,
      0,
      0,
    ])
  }
})

test('where clocks count seconds, the moment is as long', async () => {
  const root = folderWith(FILES)
  const second = Math.ceil(Date.now() / 1000) * 1000
  const coarse = (await known(root)).map(file => ({ ...file, ctime: second, mtime: second }))
  const opened = async (lookedAt: number): Promise<number> => {
    const reader = new FileReader(root, 100)
    const parser = async () => async () => undefined
    await compareFiles({ files: coarse, lookedAt }, coarse, reader, parser, 10)
    return reader.count
  }
  expect(await opened(second + 1500)).toBe(2)
  expect(await opened(second + 2500)).toBe(0)
})

test('a file that goes by another name is opened and not parsed', async () => {
  const root = folderWith({ 'cases/a.md': 'CASE-AAAA1', 'cases/z.md': 'CASE-AAAA2' })
  const files = (await known(folderWith(FILES))).map(file => ({ ...file, ino: 1 }))
  const { found, parsed } = await compare(root, { files, lookedAt: 0 }, ['cases/a.md', 'cases/z.md'])
  expect(parsed).toBe(0)
  expect(found?.files.map(({ path, id, status }) => [path, id, status])).toEqual([
    ['cases/a.md', 'CASE-AAAA1', 'published'],
    ['cases/z.md', 'CASE-AAAA2', 'published'],
  ])
  expect(found?.touched).toEqual(new Set(['CASE-AAAA2']))
})

test('it ends as soon as more was parsed than pays', async () => {
  const root = folderWith(FILES)
  expect((await compare(root, { files: [], lookedAt: 0 }, undefined, 1)).found).toBeUndefined()
  expect((await compare(root, { files: [], lookedAt: 0 }, undefined, 2)).found?.parsed.size).toBe(2)
})

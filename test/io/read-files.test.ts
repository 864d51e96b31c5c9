import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listCasePaths, type ReadResult, readFiles } from '../../src/io/read-files.js'
import { CasectlError } from '../../src/lib/errors.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'
import { makePipe, makeSparse } from './special-files.js'

const LIMIT = 1000
const brief = (result: ReadResult): string => {
  if ('bytes' in result) return new TextDecoder().decode(result.bytes)
  if ('refused' in result) return `refused ${result.refused}`
  return 'tooLarge' in result ? `too large ${result.tooLarge}` : `failed ${result.failed}`
}

async function readOne(root: string, path: string): Promise<string> {
  const [result] = await readFiles(root, [path], LIMIT)
  return result === undefined ? 'nothing' : brief(result)
}

describe('reading', () => {
  test('gives the bytes of each file, in the order asked for', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`cases/${i}.md`, `text ${i}`]))
    const paths = Object.keys(files).reverse()
    const results = await readFiles(folderWith(files), paths, LIMIT)
    expect(results.map(({ path }) => path)).toEqual(paths)
    expect(results.map(brief)).toEqual(paths.map(path => files[path]))
  })

  test('no files are none', async () => {
    expect(await readFiles('/nowhere', [], LIMIT)).toEqual([])
  })

  test('a file at the limit is read, one byte more is too large, and is not read at all', async () => {
    const root = folderWith({ 'a.md': 'x'.repeat(LIMIT), 'b.md': 'x'.repeat(LIMIT + 1) })
    makeSparse(join(root, 'huge.md'), 20 * 2 ** 30)
    expect(await readOne(root, 'a.md')).toHaveLength(LIMIT)
    expect(await readOne(root, 'b.md')).toBe('too large 1001')
    expect(await readOne(root, 'huge.md')).toBe(`too large ${20 * 2 ** 30}`)
  })

  test('a link is refused wherever it leads, as the file or on the way to it', async () => {
    const root = folderWith({ 'cases/a.md': 'a', 'real/b.md': 'b' })
    for (const [name, target] of [
      ['out.md', '/etc/hostname'],
      ['near.md', 'a.md'],
      ['dangling.md', 'nowhere'],
      ['loop.md', 'loop.md'],
    ] as const) {
      symlinkSync(target, join(root, 'cases', name))
      expect(await readOne(root, `cases/${name}`), name).toBe('refused symlink')
    }
    symlinkSync('../real', join(root, 'cases/folder'))
    expect(await readOne(root, 'cases/folder/b.md')).toBe('refused symlink')
  })

  test('a pipe, a socket, a device and a folder are refused at once', async () => {
    const root = folderWith({ 'cases/a.md': 'a' })
    makePipe(join(root, 'cases/pipe.md'))
    mkdirSync(join(root, 'cases/folder.md'))
    const server = createServer()
    await new Promise<void>(resolve => server.listen(join(root, 'cases/socket.md'), resolve))
    onTestFinished(() => {
      server.close()
    })
    expect(await readOne(root, 'cases/pipe.md')).toBe('refused special')
    expect(await readOne(root, 'cases/socket.md')).toBe('refused special')
    expect(await readOne(root, 'cases/folder.md')).toBe('refused folder')
    expect(await readOne('/dev', 'null')).toBe('refused special')
  })

  test('what is gone or cannot be reached is said by its system code', async () => {
    const root = folderWith({ 'a.md': 'a' })
    expect(await readOne(root, 'b.md')).toBe('failed ENOENT')
    expect(await readOne(root, 'a.md/b.md')).toBe('failed ENOTDIR')
    expect(await readOne(root, `${'x'.repeat(300)}.md`)).toBe('failed ENAMETOOLONG')
  })
})

describe('listing', () => {
  test('finds every name that ends in .md, in any letter case, sorted by code unit', async () => {
    const root = folderWith({
      'cases/b.md': '',
      'cases/a.MD': '',
      'cases/中/文.md': '',
      'cases/B.md': '',
      'cases/b/c.md': '',
      'cases/notes.txt': '',
      'cases/md': '',
      'cases/.hidden.md': '',
      'cases/.git/x.md': '',
      'cases/folder.md/inner.md': '',
      'other/x.md': '',
    })
    makePipe(join(root, 'cases/pipe.md'))
    symlinkSync('b.md', join(root, 'cases/link.md'))
    symlinkSync('../other', join(root, 'cases/linked-folder'))
    symlinkSync('../other', join(root, 'cases/linked-folder.md'))
    expect(await listCasePaths(root, 'cases')).toEqual([
      'cases/B.md',
      'cases/a.MD',
      'cases/b.md',
      'cases/b/c.md',
      'cases/folder.md',
      'cases/folder.md/inner.md',
      'cases/link.md',
      'cases/linked-folder.md',
      'cases/pipe.md',
      'cases/中/文.md',
    ])
  })

  test('a missing folder has no cases', async () => {
    expect(await listCasePaths(folderWith({}), 'cases')).toEqual([])
  })

  test('a case folder that is a link is listed itself and not walked', async () => {
    const root = folderWith({ 'outside/a.md': 'a' })
    symlinkSync('/', join(root, 'cases'))
    mkdirSync(join(root, 'docs'))
    symlinkSync('../outside', join(root, 'docs/cases'))
    expect(await listCasePaths(root, 'cases')).toEqual(['cases'])
    expect(await listCasePaths(root, 'docs/cases')).toEqual(['docs/cases'])
    expect(await readOne(root, 'cases')).toBe('refused symlink')
  })

  test('a file where the folder should be is an expected failure', async () => {
    const root = folderWith({ cases: 'a file' })
    await expect(listCasePaths(root, 'cases')).rejects.toBeInstanceOf(CasectlError)
    await expect(listCasePaths(root, 'cases')).rejects.toMatchObject({ code: 'unreadable-root' })
  })
})

test('without the right to read: a file and a folder are said, a case folder is a failure', () => {
  const program = buildProgram(`
    import { listCasePaths, readFiles } from './src/io/read-files.js'
    const root = process.argv[2] ?? ''
    const paths = await listCasePaths(root, 'cases')
    const results = await readFiles(root, paths, 1000)
    const other = await listCasePaths(root, 'locked').catch(error => error.code + ' ' + error.text.en)
    console.log(JSON.stringify({ results: results.map(({ path, failed }) => [path, failed ?? 'read']), other }))`)
  const root = folderWith({ 'cases/a.md': 'a', 'cases/b.md': 'b', 'cases/sub/c.md': 'c', 'locked/d.md': 'd' })
  for (const path of ['', 'cases']) chmodSync(join(root, path), 0o755)
  writeFileSync(join(root, 'cases/b.md'), 'b', { mode: 0o644 })
  for (const path of ['cases/a.md', 'cases/sub', 'locked']) chmodSync(join(root, path), 0o000)
  const { stdout } = runUnprivileged(program, [root])
  for (const path of ['cases/sub', 'locked']) chmodSync(join(root, path), 0o755)
  expect(JSON.parse(stdout)).toEqual({
    results: [
      ['cases/a.md', 'EACCES'],
      ['cases/b.md', 'read'],
      ['cases/sub', 'EACCES'],
    ],
    other: `unreadable-root ${join(root, 'locked')} cannot be read (EACCES).`,
  })
})

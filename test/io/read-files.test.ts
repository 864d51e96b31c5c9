import { mkdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ReadResult, readFiles } from '../../src/io/read-files.js'
import { folderWith } from '../cli/temporary.js'
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

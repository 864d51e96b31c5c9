import { mkdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileReader } from '../../src/io/read-now.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe, makeSparse } from './special-files.js'

const LIMIT = 1000
const textOf = (reader: FileReader, path: string): string | undefined => {
  const file = reader.read(path)
  return file === undefined ? undefined : Buffer.from(file.bytes).toString()
}

test('files are read one after the other, with their look, and counted', () => {
  const root = folderWith({ 'cases/a.md': '中文', 'cases/b.md': '', 'cases/c.md': 'x'.repeat(LIMIT) })
  const reader = new FileReader(root, LIMIT)
  expect(textOf(reader, 'cases/a.md')).toBe('中文')
  expect(textOf(reader, 'cases/b.md')).toBe('')
  expect(textOf(reader, 'cases/c.md')).toHaveLength(LIMIT)
  expect(reader.count).toBe(3)
  const { mtimeMs, ctimeMs, size, ino } = statSync(join(root, 'cases/a.md'))
  expect(reader.read('cases/a.md')?.look).toEqual({ mtime: mtimeMs, ctime: ctimeMs, size, ino })
})

test('what is no regular file in bounds, reached without a link, is not read', () => {
  const root = folderWith({ 'cases/a.md': 'a', 'real/b.md': 'b', 'cases/big.md': 'x'.repeat(LIMIT + 1) })
  symlinkSync('a.md', join(root, 'cases/link.md'))
  symlinkSync('../real', join(root, 'cases/folder'))
  mkdirSync(join(root, 'cases/folder.md'))
  makePipe(join(root, 'cases/pipe.md'))
  makeSparse(join(root, 'cases/huge.md'), 20 * 2 ** 30)
  const reader = new FileReader(root, LIMIT)
  const names = [
    'link.md',
    'folder/b.md',
    'folder.md',
    'pipe.md',
    'huge.md',
    'big.md',
    'gone.md',
    'a.md/b.md',
  ]
  for (const name of names) expect(textOf(reader, `cases/${name}`), name).toBeUndefined()
  expect(textOf(reader, '../real/b.md')).toBeUndefined()
  expect(textOf(reader, 'cases/a.md')).toBe('a')
})

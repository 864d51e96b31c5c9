import { createHash } from 'node:crypto'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskOf } from '../../src/io/disk.js'
import { treeOf } from '../../src/io/tree.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe, makeSparse } from './special-files.js'

const disk = (root: string) => diskOf(root, treeOf(root), ['cases'])

test('says size, hash and text of a file', () => {
  const large = new Uint8Array(3 * 1024 * 1024 + 7).fill(65)
  const { size, sha256, text } = disk(
    folderWith({ 'cases/日志.txt': 'E-1203\n', 'cases/large.bin': large, 'cases/empty': '' }),
  )
  expect([size('cases/日志.txt'), text('cases/日志.txt')]).toEqual([7, 'E-1203\n'])
  expect(sha256('cases/日志.txt')).toBe('9f2e546c02da3d68b9b378f0337bcaa6e1e6cec6ba9d5d3946a264c16cb382bf')
  expect(sha256('cases/large.bin')).toBe(createHash('sha256').update(large).digest('hex'))
  expect([size('cases/empty'), text('cases/empty')]).toEqual([0, ''])
  expect(sha256('cases/empty')).toBe(createHash('sha256').digest('hex'))
})

test('says nothing of what is no regular file or lies behind a link', () => {
  const root = folderWith({ 'cases/a.md': '', 'real/b.txt': 'secret' })
  symlinkSync('/etc/hostname', join(root, 'cases/link'))
  symlinkSync('../real', join(root, 'cases/folder'))
  makePipe(join(root, 'cases/pipe'))
  const { size, sha256, text } = disk(root)
  for (const path of [
    'cases',
    'cases/link',
    'cases/folder/b.txt',
    'cases/pipe',
    'cases/none',
    '../etc/hostname',
  ]) {
    expect([path, size(path), sha256(path), text(path)]).toEqual([path, undefined, undefined, undefined])
  }
})

test('reads pieces of a file, up to its end', () => {
  const root = folderWith({ 'cases/a.bin': 'abcdef' })
  const { read } = disk(root)
  const letters = read('cases/a.bin', ({ size, piece }) =>
    [piece(0, 2), piece(4, 100), piece(6, 1), piece(9, 1), new Uint8Array([48 + size])].map(bytes =>
      new TextDecoder().decode(bytes),
    ),
  )
  expect(letters).toEqual(['ab', 'ef', '', '', '6'])
  expect(read('cases/none', () => 1)).toBeUndefined()
  symlinkSync('a.bin', join(root, 'cases/link'))
  expect(read('cases/link', () => 1)).toBeUndefined()
})

test('gives the text of small files only, and lists entries once', () => {
  const root = folderWith({ 'cases/a.md': '' })
  makeSparse(join(root, 'cases/large.txt'), 65 * 1024)
  const { text, entries } = disk(root)
  expect(text('cases/large.txt')).toBeUndefined()
  expect(entries().map(({ path }) => path)).toEqual(['cases', 'cases/a.md', 'cases/large.txt'])
  expect(entries()).toBe(entries())
})

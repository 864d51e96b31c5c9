import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFiles } from '../../src/io/read-files.js'
import { listCasePaths, lookAt } from '../../src/io/scan.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'
import { makePipe } from './special-files.js'

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
    expect(listCasePaths(root, ['cases'])).toEqual([
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
    expect(listCasePaths(folderWith({}), ['cases'])).toEqual([])
  })

  test('a case folder that is a link is listed itself and not walked', async () => {
    const root = folderWith({ 'outside/a.md': 'a' })
    symlinkSync('/', join(root, 'cases'))
    mkdirSync(join(root, 'docs'))
    symlinkSync('../outside', join(root, 'docs/cases'))
    expect(listCasePaths(root, ['cases'])).toEqual(['cases'])
    expect(listCasePaths(root, ['docs/cases'])).toEqual(['docs/cases'])
    expect(await readFiles(root, ['cases'], 100)).toEqual([{ path: 'cases', refused: 'symlink' }])
  })

  test('a file where the folder should be is an expected failure', async () => {
    const root = folderWith({ cases: 'a file' })
    expect(() => listCasePaths(root, ['cases'])).toThrow(expect.objectContaining({ code: 'unreadable-root' }))
  })
})

test('one folder may lie in the other', () => {
  const root = folderWith({ 'docs/b.md': '', 'docs/old/a.md': '', 'other/c.md': '' })
  expect(listCasePaths(root, ['docs', 'docs/old'])).toEqual(['docs/b.md', 'docs/old/a.md'])
})

test('looking gives time, size and number of each file that is there', () => {
  const root = folderWith({ 'a.md': 'four', 'b.md': '' })
  const seen = lookAt(root, ['a.md', 'gone.md', 'a.md/below.md', 'b.md'])
  expect(seen.map(({ path, size }) => [path, size])).toEqual([
    ['a.md', 4],
    ['b.md', 0],
  ])
  expect(Math.abs((seen[0]?.mtime ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(seen[0]?.ino).not.toBe(seen[1]?.ino)
})

test('without the right to read: a file and a folder are said, a case folder is a failure', () => {
  const program = buildProgram(`
    import { readFiles } from './src/io/read-files.js'
    import { listCasePaths } from './src/io/scan.js'
    const root = process.argv[2] ?? ''
    const paths = listCasePaths(root, ['cases'])
    const results = await readFiles(root, paths, 1000)
    let other = ''
    try {
      listCasePaths(root, ['locked'])
    } catch (error) {
      other = error.code + ' ' + error.text.en
    }
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

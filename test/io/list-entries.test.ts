import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listEntries } from '../../src/io/list-entries.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe } from './special-files.js'

const paths = (root: string, folders: readonly string[] = ['cases']) =>
  listEntries(root, folders).map(({ path }) => path)

test('says what stands below a folder, following no link', () => {
  const root = folderWith({ 'cases/a.md': '', 'cases/图/1.png': '', 'cases/.hidden/x': '' })
  symlinkSync('/etc', join(root, 'cases/link'))
  makePipe(join(root, 'cases/pipe'))
  expect(listEntries(root, ['cases'])).toEqual([
    { path: 'cases', kind: 'folder' },
    { path: 'cases/.hidden', kind: 'folder' },
    { path: 'cases/.hidden/x', kind: 'file' },
    { path: 'cases/a.md', kind: 'file' },
    { path: 'cases/link', kind: 'symlink' },
    { path: 'cases/pipe', kind: 'other' },
    { path: 'cases/图', kind: 'folder' },
    { path: 'cases/图/1.png', kind: 'file' },
  ])
})

test('leaves out the own `.git`, and lists another one without what is in it', () => {
  const root = folderWith({ '.git/HEAD': '', 'cases/x/.git/HEAD': '', 'node_modules/a/b': '' })
  expect(paths(root)).toEqual(['cases', 'cases/x', 'cases/x/.git', 'node_modules'])
})

test('what .gitignore names plainly is left out, but never below the folders of the library', () => {
  const ignore = '# built\ndist/\n/out\n*.log\nassets\r\ncases\n!kept\n'
  const root = folderWith({
    '.gitignore': ignore,
    'dist/a': '',
    'sub/dist/b': '',
    'out/c': '',
    'sub/out/d': '',
    'x.log': '',
    'cases/assets/e.png': '',
    'assets/f.png': '',
  })
  expect(paths(root)).toEqual([
    '.gitignore',
    'cases',
    'cases/assets',
    'cases/assets/e.png',
    'sub',
    'sub/out',
    'sub/out/d',
    'x.log',
  ])
})

test('a library whose folders lie deeper is found though a folder above is ignored', () => {
  const root = folderWith({ '.gitignore': 'docs\n', 'docs/cases/a.md': '', 'docs/other/b.md': '' })
  expect(paths(root, ['docs/cases'])).toContain('docs/cases/a.md')
})

test('a folder that is not there is empty', () => {
  expect(listEntries('/nowhere/at/all', ['cases'])).toEqual([])
})

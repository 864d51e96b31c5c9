import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { treeOf } from '../../src/io/tree.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe } from './special-files.js'

test('says what stands at a path, following no link', () => {
  const root = folderWith({ 'cases/a.md': '', '中/文.png': '' })
  symlinkSync('a.md', join(root, 'cases/link.md'))
  symlinkSync('cases', join(root, 'linked'))
  symlinkSync('nowhere', join(root, 'dangling'))
  makePipe(join(root, 'pipe'))
  const tree = treeOf(root)
  for (const [path, expected] of [
    ['', 'folder'],
    ['cases', 'folder'],
    ['cases/a.md', 'file'],
    ['中/文.png', 'file'],
    ['cases/link.md', 'symlink'],
    ['linked', 'symlink'],
    ['linked/a.md', 'symlink'],
    ['dangling', 'symlink'],
    ['pipe', 'other'],
    ['missing', undefined],
    ['missing/deeper', undefined],
    ['../outside', undefined],
    ['cases/../cases', undefined],
  ] as const) {
    expect(tree(path), path).toBe(expected)
  }
})

test('what no system can look at is not there, and no crash', () => {
  const tree = treeOf(folderWith({ 'a.md': '' }))
  for (const path of ['a.md/inside', 'x'.repeat(300), 'nul\0byte', `${'a/'.repeat(3000)}b`]) {
    expect(tree(path), path.slice(0, 20)).toBeUndefined()
  }
})

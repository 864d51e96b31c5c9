import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { halfStaged } from '../../src/io/half-staged.js'
import { folderWith } from '../cli/temporary.js'

const git = (cwd: string, ...args: readonly string[]): void => {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' })
}

test('a file is half staged when index and working tree both differ from the commit', async () => {
  const top = folderWith({
    'lib/案例 一.md': 'a',
    'lib/staged.md': 'a',
    'lib/edited.md': 'a',
    'other.md': 'a',
  })
  git(top, 'init', '--quiet', '--initial-branch=main')
  git(top, 'add', '.')
  git(top, 'commit', '--quiet', '-m', 'first')
  const root = join(top, 'lib')
  expect(await halfStaged(root, process.env)).toEqual(new Set())
  const write = (path: string, text: string): void => writeFileSync(join(top, path), text)
  for (const path of ['lib/案例 一.md', 'lib/staged.md', 'other.md', 'lib/new.md']) write(path, 'b')
  git(top, 'add', '.')
  for (const path of ['lib/案例 一.md', 'lib/edited.md', 'other.md', 'lib/new.md', 'lib/unknown.md'])
    write(path, 'c')
  expect(await halfStaged(root, process.env)).toEqual(new Set(['案例 一.md', 'new.md']))
  expect(await halfStaged(top, process.env)).toEqual(new Set(['lib/案例 一.md', 'lib/new.md', 'other.md']))
})

test('a file with conflicts counts too', async () => {
  const top = folderWith({ 'a.md': 'a\n' })
  git(top, 'init', '--quiet', '--initial-branch=main')
  const commit = (text: string): void => {
    writeFileSync(join(top, 'a.md'), text)
    git(top, 'add', '.')
    git(top, 'commit', '--quiet', '-m', text)
  }
  commit('a\n')
  git(top, 'checkout', '--quiet', '-b', 'side')
  commit('b\n')
  git(top, 'checkout', '--quiet', 'main')
  commit('c\n')
  expect(() => git(top, 'merge', 'side')).toThrow()
  expect(await halfStaged(top, process.env)).toEqual(new Set(['a.md']))
})

test('nothing is half staged outside a repository, in a new one, and without git', async () => {
  const folder = folderWith({ 'a.md': 'a' })
  expect(await halfStaged(folder, process.env)).toEqual(new Set())
  git(folder, 'init', '--quiet')
  expect(await halfStaged(folder, process.env)).toEqual(new Set())
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  expect(await halfStaged(folder, { PATH: empty })).toEqual(new Set())
})

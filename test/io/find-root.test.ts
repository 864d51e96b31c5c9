import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findRoot } from '../../src/io/find-root.js'
import { CasectlError } from '../../src/lib/errors.js'
import { folderWith } from '../cli/temporary.js'
import { buildProgram, runUnprivileged } from './programs.js'

/** The root found, relative to the folder, or the code of the failure. */
async function found(folder: string, cwd: string, config?: string): Promise<string> {
  try {
    const { root, config: path } = findRoot(join(folder, cwd), config)
    return [root, path].map(full => full.slice(folder.length + 1)).join(' ')
  } catch (error) {
    if (error instanceof CasectlError) return error.code
    throw error
  }
}

describe('upward', () => {
  test('the nearest configuration is the library', async () => {
    const folder = folderWith({
      'casectl.config.yml': '',
      'a/casectl.config.yaml': '',
      'a/b/c/x': '',
      'd/x': '',
      'e/casectl.config.yaml': '',
      'e/casectl.config.yml': '',
    })
    expect(await found(folder, '')).toBe(' casectl.config.yml')
    expect(await found(folder, 'd')).toBe(' casectl.config.yml')
    expect(await found(folder, 'a/b/c')).toBe('a a/casectl.config.yaml')
    expect(await found(folder, 'e')).toBe('e e/casectl.config.yml')
  })

  test('stops at the root of the git repository, a worktree too', async () => {
    const folder = folderWith({
      'casectl.config.yml': '',
      'repo/.git/HEAD': '',
      'repo/a/x': '',
      'tree/.git': 'gitdir: x',
      'tree/a/x': '',
    })
    for (const cwd of ['repo', 'repo/a', 'tree', 'tree/a'])
      expect(await found(folder, cwd), cwd).toBe('no-library')
  })

  test('a configuration beside .git is found', async () => {
    const folder = folderWith({ 'repo/.git/HEAD': '', 'repo/casectl.config.yml': '', 'repo/a/x': '' })
    expect(await found(folder, 'repo/a')).toBe('repo repo/casectl.config.yml')
  })

  test('a folder reached through a link belongs to where it really lies', async () => {
    const folder = folderWith({ 'lib/casectl.config.yml': '', 'lib/cases/x': '' })
    symlinkSync('lib/cases', join(folder, 'shortcut'))
    expect(await found(folder, 'shortcut')).toBe('lib lib/casectl.config.yml')
  })

  test('a folder that is not there is unreadable', async () => {
    expect(await found(folderWith({}), 'nowhere')).toBe('unreadable-root')
  })
})

describe('--config', () => {
  test('is used as it is, relative to the folder; the library is where it lies', async () => {
    const folder = folderWith({ 'a/mine.yml': '', 'b/x': '' })
    expect(await found(folder, 'b', '../a/mine.yml')).toBe('a a/mine.yml')
    expect(await found(folder, 'b', join(folder, 'a/mine.yml'))).toBe('a a/mine.yml')
  })

  test('that is missing, or a folder, is unreadable', async () => {
    const folder = folderWith({})
    mkdirSync(join(folder, 'dir'))
    expect(await found(folder, '', 'nowhere.yml')).toBe('unreadable-root')
    expect(await found(folder, '', 'dir')).toBe('unreadable-root')
  })
})

test('a folder that may not be entered is unreadable, not absent', () => {
  const program = buildProgram(`
    import { findRoot } from './src/io/find-root.js'
    try { console.log(findRoot(process.argv[2] ?? '').root) } catch (error) { console.log(error.code) }`)
  const folder = folderWith({ 'lib/casectl.config.yml': '', 'lib/inner/x': '' })
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'lib'), 0o755)
  chmodSync(join(folder, 'lib/inner'), 0o644)
  expect(runUnprivileged(program, [join(folder, 'lib')]).stdout).toBe(`${join(folder, 'lib')}\n`)
  expect(runUnprivileged(program, [join(folder, 'lib/inner')]).stdout).toBe('unreadable-root\n')
})

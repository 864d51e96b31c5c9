import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stampHolds, takeStamp } from '../../src/io/stamp.js'
import { folderWith } from '../cli/temporary.js'

const WATCHED = {
  files: ['casectl.config.yml', 'taxonomy.yml', '.casectl/mark'],
  folders: ['cases', 'archive'],
}

function git(root: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'pipe' })
}

/** A library with a commit in it. */
function library(): string {
  const root = folderWith({ 'casectl.config.yml': 'version: 1\n', 'cases/a.md': 'a', 'cases/sub/b.md': 'b' })
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'add', '.')
  git(root, 'commit', '--quiet', '-m', 'one')
  return root
}

test('holds while nothing changes', async () => {
  const root = library()
  const stamp = takeStamp(root, WATCHED)
  expect(stampHolds(root, stamp)).toBe(true)
  expect(stampHolds(root, JSON.parse(JSON.stringify(stamp)))).toBe(true)
  expect(stamp.head).toMatch(/^[0-9a-f]{40}$/)
})

describe('no longer holds', () => {
  test.each<[string, (root: string) => void]>([
    ['a case added', root => writeFileSync(join(root, 'cases/new.md'), '')],
    ['a case added in a sub-folder', root => writeFileSync(join(root, 'cases/sub/new.md'), '')],
    ['a case renamed', root => renameSync(join(root, 'cases/a.md'), join(root, 'cases/z.md'))],
    ['a case moved', root => renameSync(join(root, 'cases/a.md'), join(root, 'cases/sub/a.md'))],
    ['a case removed', root => rmSync(join(root, 'cases/sub/b.md'))],
    [
      'a case replaced by a rename, as editors save',
      root => {
        writeFileSync(join(root, 'tmp'), 'x')
        renameSync(join(root, 'tmp'), join(root, 'cases/a.md'))
      },
    ],
    ['a sub-folder added', root => mkdirSync(join(root, 'cases/other'))],
    ['a case folder that was missing', root => mkdirSync(join(root, 'archive'))],
    ['the configuration edited in place', root => appendFileSync(join(root, 'casectl.config.yml'), '#')],
    ['the configuration touched', root => utimesSync(join(root, 'casectl.config.yml'), 1, 1)],
    ['a settings file that was missing', root => writeFileSync(join(root, 'taxonomy.yml'), 'facets: {}')],
    [
      'the mark that casectl sets',
      root => {
        mkdirSync(join(root, '.casectl'))
        writeFileSync(join(root, '.casectl/mark'), '')
      },
    ],
    ['a commit', root => git(root, 'commit', '--quiet', '--allow-empty', '-m', 'two')],
    [
      'an edit in place that is staged',
      root => {
        appendFileSync(join(root, 'cases/a.md'), 'x')
        git(root, 'add', 'cases/a.md')
      },
    ],
    [
      'another branch',
      root => {
        git(root, 'checkout', '--quiet', '-b', 'other')
        git(root, 'commit', '--quiet', '--allow-empty', '-m', 'two')
      },
    ],
    ['a repository that is gone', root => rmSync(join(root, '.git'), { recursive: true })],
  ])('after %s', async (_, change) => {
    const root = library()
    const stamp = takeStamp(root, WATCHED)
    change(root)
    expect(stampHolds(root, stamp)).toBe(false)
  })
})

describe('the commit that is checked out', () => {
  const headOf = async (root: string): Promise<string> => takeStamp(root, WATCHED).head
  const parsed = (root: string): string =>
    execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()

  test('is found for a branch, packed refs, a detached head and a worktree', async () => {
    const root = library()
    const commit = parsed(root)
    expect(await headOf(root)).toBe(commit)
    git(root, 'pack-refs', '--all')
    expect(await headOf(root)).toBe(commit)
    git(root, 'checkout', '--quiet', '--detach')
    expect(await headOf(root)).toBe(commit)
    git(root, 'worktree', 'add', '--quiet', '-b', 'feature', 'tree')
    const tree = join(root, 'tree')
    git(tree, 'commit', '--quiet', '--allow-empty', '-m', 'in the tree')
    expect(await headOf(tree)).toBe(parsed(tree))
    expect(await headOf(tree)).not.toBe(commit)
  })

  test('of a library below the repository is that of the repository', async () => {
    const root = library()
    expect(await headOf(join(root, 'cases/sub'))).toBe(parsed(root))
  })

  test('outside git is empty, and in a repository without commits the branch', async () => {
    const root = folderWith({ 'cases/a.md': '' })
    expect(await headOf(root)).toBe('')
    git(root, 'init', '--quiet', '--initial-branch=main')
    expect(await headOf(root)).toBe('refs/heads/main')
  })
})

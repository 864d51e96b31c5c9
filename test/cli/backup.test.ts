import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, commitAs, gitAs, library, PATH } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

const run = (cwd: string, ...args: string[]) => cli(['backup', ...args], { cwd, env: GIT_ENV })

function team(): string {
  const cwd = library()
  write(cwd, PATH, caseOf('draft'))
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'tag', 'v1')
  gitAs(ANNA, cwd, 'branch', '案例/一')
  return cwd
}

test('a backup gives the repository back: every ref and every object, and says what it lacks', async () => {
  const cwd = team()
  write(cwd, '未提交.txt', 'x')
  const target = join(temporaryFolder(), 'backups')
  const { code, stdout, stderr } = await run(cwd, target)
  expect([code, stderr]).toEqual([0, expect.stringMatching(/2 commits, 4 refs.*\nNot in it: 1 files/)])
  const name = stdout.trim()
  expect(readdirSync(target).sort()).toEqual([name, `${name}.sha256`])
  execFileSync('sha256sum', ['-c', '--quiet', `${name}.sha256`], { cwd: target })
  const copy = join(temporaryFolder(), 'copy')
  execFileSync('git', ['clone', '--quiet', '--mirror', join(target, name), copy])
  const refs = (folder: string): string => gitAs(ANNA, folder, 'for-each-ref')
  expect(refs(copy)).toBe(refs(cwd))
  const told = JSON.parse((await run(cwd, target, '--json')).stdout) as object
  expect(told).toMatchObject({ refs: 4, commits: 2, uncommitted: 1, lfs: false })
})

test('a folder inside the repository, a shallow clone and a folder that is a file are refused with what to do', async () => {
  const cwd = team()
  for (const inside of ['backups', '.', '.git']) {
    const { code, stderr } = await run(cwd, inside)
    expect([code, stderr]).toEqual([2, expect.stringContaining('inside the repository')])
  }
  const shallow = join(temporaryFolder(), 'shallow')
  gitAs(ANNA, cwd, 'clone', '--quiet', '--depth=1', `file://${cwd}`, shallow)
  const target = temporaryFolder()
  expect((await run(shallow, target)).stderr).toContain('git fetch --unshallow')
  writeFileSync(join(target, 'file'), '')
  expect((await run(cwd, join(target, 'file'))).stderr).toContain('cannot be written')
  expect(readdirSync(target)).toEqual(['file'])
})

test('a repository that lacks an object gives no backup and leaves nothing behind', async () => {
  const cwd = team()
  const blob = gitAs(ANNA, cwd, 'rev-parse', `HEAD:${PATH}`).trim()
  const object = join(cwd, '.git/objects', blob.slice(0, 2), blob.slice(2))
  expect(existsSync(object)).toBe(true)
  mkdirSync(join(cwd, '.git/lost'))
  spawnSync('mv', [object, join(cwd, '.git/lost')])
  const target = temporaryFolder()
  const { code, stderr } = await run(cwd, target)
  expect([code, stderr]).toEqual([2, expect.stringMatching(/git failed: .*\n/)])
  expect(readdirSync(target)).toEqual([])
  expect(readFileSync(join(cwd, PATH), 'utf8')).toBe(caseOf('draft'))
})

import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { GIT_ENV, write } from '../cli/repository.js'
import { temporaryFolder } from '../cli/temporary.js'
import { ANNA, commitAs, gitAs } from '../review/team.js'
import { Random } from '../search/random.js'

// Fifty kills: CASECTL_KILLS=50 npx vitest run test/process/lifecycle-kill.test.ts; CI does four.
const KILLS = Number(process.env['CASECTL_KILLS'] ?? 4)
const SEED = Number(process.env['CASECTL_SEED'] ?? 20_261_129)
const CASES = 24
const BRANCH = 'lifecycle/2026-11-22'
const BIN = resolve('bin/casectl.js')

function library(): string {
  const cwd = temporaryFolder()
  gitAs(ANNA, cwd, 'init', '--quiet', '--initial-branch=main')
  gitAs(ANNA, cwd, 'config', 'user.name', ANNA.name)
  gitAs(ANNA, cwd, 'config', 'user.email', ANNA.email)
  write(cwd, 'casectl.config.yml', '')
  write(cwd, '.gitignore', '.casectl/\n')
  for (let i = 0; i < CASES; i++) {
    const id = `CASE-${String(i).padStart(5, '0')}`
    const body = `# Case\n\n![p](img/${i}.png) [next](${(i + 1) % CASES}.md)\n`
    const fields = `id: ${id}\nkind: case\ntitle: Case ${i}\nstatus: published\nlanguage: en\nupdated: 2026-0${1 + (i % 8)}-01\n`
    write(cwd, `cases/${i}.md`, `---\n${fields}---\n\n${body}`)
    write(cwd, `cases/img/${i}.png`, '')
    writeFileSync(join(cwd, `cases/img/${i}.png`), Uint8Array.from([0xff, i, 0, 0x80]))
  }
  commitAs(ANNA, cwd)
  write(cwd, 'cases/0.md', 'at work')
  write(cwd, 'cases/staged.md', 'staged')
  gitAs(ANNA, cwd, 'add', 'cases/staged.md')
  return cwd
}

function start(cwd: string, temporary: string): ChildProcess {
  const env = { ...GIT_ENV, HOME: temporary, TMPDIR: temporary, LANG: 'en_US.UTF-8' }
  const args = [BIN, 'lifecycle', 'apply', '--as-of', '2026-11-22']
  // A group of its own, so that a kill can take git along.
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
}

async function finish(cwd: string, temporary: string): Promise<{ code: number | null; err: string }> {
  const child = start(cwd, temporary)
  let err = ''
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, err }
}

test(`killed at ${KILLS} moments (seed ${SEED}), the next run ends with the same branch and nothing left over`, async () => {
  const cwd = library()
  const temporary = temporaryFolder()
  const git = (...args: string[]): string => gitAs(ANNA, cwd, ...args).trim()
  const tree = (): string | undefined =>
    git('branch', '--list', BRANCH) === '' ? undefined : git('rev-parse', `${BRANCH}^{tree}`)
  const users = (): string[] => [
    git('rev-parse', 'HEAD'),
    git('status', '--porcelain'),
    git('branch', '--show-current'),
    readFileSync(join(cwd, 'cases/0.md'), 'utf8'),
  ]
  const mine = users()
  const begin = performance.now()
  expect(await finish(cwd, temporary)).toMatchObject({ code: 0 })
  const usual = performance.now() - begin
  const expected = tree()
  expect(git('ls-tree', '-r', '--name-only', BRANCH, 'archive/').split('\n').length).toBeGreaterThan(CASES)
  const random = new Random(SEED)
  for (let kill = 0; kill < KILLS; kill++) {
    git('branch', '--quiet', '-D', BRANCH)
    const child = start(cwd, temporary)
    await sleep(random.next() * usual)
    const pid = child.pid ?? 0
    // Every other time git goes on by itself, as it does when a terminal is closed.
    if (child.exitCode === null) process.kill(kill % 2 === 0 ? -pid : pid, 'SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect([kill, [undefined, expected].includes(tree())]).toEqual([kill, true])
    expect([kill, users()]).toEqual([kill, mine])
    // What it said is shown where it failed.
    expect([kill, await finish(cwd, temporary)]).toEqual([kill, { code: 0, err: expect.any(String) }])
    expect([kill, tree()]).toEqual([kill, expected])
    expect([kill, users()]).toEqual([kill, mine])
    expect([kill, git('branch', '--list', 'lifecycle/*').trim()]).toEqual([kill, BRANCH])
  }
  expect(await finish(cwd, temporary)).toMatchObject({ code: 0 })
  expect(git('worktree', 'list').split('\n')).toHaveLength(1)
  expect(readdirSync(temporary).filter(name => name.startsWith('casectl-lifecycle-'))).toEqual([])
  expect(existsSync(join(cwd, '.casectl/lifecycle.lock'))).toBe(false)
}, 1_800_000)

// Moments too short for a kill to meet them often: what `git worktree add` and `git update-ref` have on
// disk in between.
const HALVES: Readonly<Record<string, readonly string[]>> = {
  'an empty folder': [],
  'a lock alone': ['locked'],
  'a link alone': ['locked', 'gitdir'],
  'an empty commondir': ['locked', 'gitdir', 'commondir'],
}

test.each(Object.entries(HALVES))('%s of a worktree that was cut short keeps nobody', async (_, files) => {
  const [cwd, temporary] = [library(), temporaryFolder()]
  const name = `casectl-lifecycle-${createHash('sha256').update(cwd).digest('hex').slice(0, 12)}-abc123`
  const known = join(cwd, '.git/worktrees', name)
  const folder = join(temporary, name)
  mkdirSync(known, { recursive: true })
  for (const file of files) writeFileSync(join(known, file), file === 'gitdir' ? `${folder}/.git\n` : '')
  const elsewhere = join(temporary, 'mine')
  gitAs(ANNA, cwd, 'branch', 'other')
  if (!files.includes('commondir')) gitAs(ANNA, cwd, 'worktree', 'add', '--quiet', elsewhere, 'other')
  expect(await finish(cwd, temporary)).toEqual({ code: 0, err: expect.any(String) })
  expect(existsSync(known)).toBe(false)
  expect(existsSync(elsewhere)).toBe(!files.includes('commondir'))
})

test('the lock of a git that was killed on the branch is broken', async () => {
  const [cwd, temporary] = [library(), temporaryFolder()]
  write(cwd, `.git/refs/heads/${BRANCH}.lock`, '')
  expect(await finish(cwd, temporary)).toEqual({ code: 0, err: expect.any(String) })
  expect(gitAs(ANNA, cwd, 'branch', '--list', BRANCH).trim()).toBe(BRANCH)
})

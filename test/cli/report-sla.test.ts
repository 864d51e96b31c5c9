import { execFileSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith, temporaryFolder } from './temporary.js'

const TAXONOMY = 'facets:\n  urgency:\n    terms: [{ id: critical }, { id: high }, { id: low }]\n'

function text(id: string, status: string, opened = '2026-11-01', urgency = 'critical', words = ''): string {
  const day = opened === '' ? '' : `opened: ${opened}\n`
  return `---\nid: ${id}\nkind: case\ntitle: Stop\nstatus: ${status}\nlanguage: en\n${day}urgency: ${urgency}\n---\n\n# Stop\n${words}`
}

function gitOn(cwd: string, day: string, ...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'A' }
  const env = {
    ...GIT_ENV,
    ...who,
    GIT_COMMITTER_EMAIL: 'a@example.com',
    GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: `${day}T23:00:00Z`,
  }
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })
}

function commitOn(cwd: string, day: string): void {
  gitOn(cwd, day, 'add', '--all')
  gitOn(cwd, day, 'commit', '--quiet', '-m', day)
}

function library(): string {
  const cwd = folderWith({ 'casectl.config.yml': '', 'taxonomy.yml': TAXONOMY })
  gitOn(cwd, '2026-10-01', 'init', '--quiet', '--initial-branch=main')
  commitOn(cwd, '2026-10-01')
  return cwd
}

interface Found {
  readonly id: string
  readonly state: string
  readonly deadline: string | null
  readonly published: string | null
  readonly firstCommitted: string | null
  readonly days: number | null
}

async function sla(cwd: string, ...args: string[]): Promise<{ code: number; cases: Found[] }> {
  const { code, stdout, stderr } = await cli(['report', 'sla', '--format', 'json', ...args], { cwd })
  if (code === 2) throw new Error(stderr)
  return { code, cases: JSON.parse(stdout).cases }
}

test('the main line decides when a case is in the library: published, by its merge, under any name', async () => {
  const cwd = library()
  gitOn(cwd, '2026-11-01', 'switch', '--quiet', '-c', 'work')
  write(cwd, 'cases/a.md', text('CASE-0000A', 'published'))
  write(cwd, 'cases/b.md', text('CASE-0000B', 'draft'))
  commitOn(cwd, '2026-11-01')
  gitOn(cwd, '2026-11-03', 'switch', '--quiet', 'main')
  gitOn(cwd, '2026-11-03', 'merge', '--quiet', '--no-ff', '-m', 'merge', 'work')
  write(cwd, 'cases/b.md', text('CASE-0000B', 'published'))
  write(cwd, 'cases/c.md', text('CASE-0000C', 'in-review', '2026-11-19'))
  write(cwd, 'cases/d.md', text('CASE-0000D', 'published', ''))
  write(cwd, 'cases/e.md', text('CASE-0000E', 'in-review', '2026-11-20'))
  write(cwd, 'cases/f.md', text('CASE-0000F', 'in-review', '2026-11-01', 'high'))
  write(cwd, 'cases/g.md', text('CASE-0000G', 'withdrawn'))
  commitOn(cwd, '2026-11-04')
  renameSync(join(cwd, 'cases/a.md'), join(cwd, 'cases/CASE-0000A-new.md'))
  renameSync(join(cwd, 'cases/b.md'), join(cwd, 'cases/other.md'))
  write(cwd, 'cases/other.md', text('CASE-0000B', 'needs-review', '2026-11-01', 'critical', 'more'))
  commitOn(cwd, '2026-11-20')
  write(cwd, 'cases/h.md', text('CASE-0000H', 'published', '2026-11-21'))
  const { code, cases } = await sla(cwd, '--as-of', '2026-11-22')
  expect(code).toBe(1)
  expect(
    cases.map(({ id, state, deadline, published, days }) => [id.slice(-1), state, deadline, published, days]),
  ).toEqual([
    ['C', 'overdue', '2026-11-21', null, 3],
    ['E', 'open', '2026-11-22', null, 2],
    ['H', 'open', '2026-11-23', null, 1],
    ['B', 'late', '2026-11-03', '2026-11-04', 3],
    ['D', 'unknown', null, '2026-11-04', null],
    ['A', 'met', '2026-11-03', '2026-11-03', 2],
  ])
  expect(cases[3]?.firstCommitted).toBe('2026-11-03')
  const wider = await sla(cwd, '--as-of', '2026-11-22', '--urgency', 'high', '--hours', '504')
  expect(wider.cases.map(({ id, state }) => [id.slice(-1), state])).toEqual([['F', 'open']])
  expect((await sla(cwd, '--as-of', '2026-11-21')).code).toBe(0)
})

test('says what is compared, as table and Markdown, in both languages', async () => {
  const cwd = library()
  write(cwd, 'cases/a.md', text('CASE-0000A', 'published'))
  commitOn(cwd, '2026-11-02')
  const run = (...args: string[]) => cli(['report', 'sla', ...args], { cwd })
  const shown = await run()
  expect(shown.stdout).toMatch(/CASE-0000A {2}in time {2}2026-11-01 {2}2026-11-03 {2}2026-11-02 {2}1/)
  expect(shown.stderr).toContain('first has the case as published, with `opened` plus 48 hours')
  const { stdout } = await run('--format', 'markdown', '--lang', 'zh')
  expect(stdout).toContain('首次出现该案例已发布状态的日期')
  expect(stdout).toContain('| `CASE-0000A` | 按时 | 2026-11-01 | 2026-11-03 | 2026-11-02 | 1 | Stop |')
})

test('a history that is cut too near is told; without git it cannot tell', async () => {
  const cwd = library()
  write(cwd, 'cases/a.md', text('CASE-0000A', 'published'))
  commitOn(cwd, '2026-11-02')
  write(cwd, 'x', '')
  commitOn(cwd, '2026-11-20')
  const shallow = join(temporaryFolder(), 'shallow')
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${cwd}`, shallow], {
    env: GIT_ENV,
    stdio: 'pipe',
  })
  expect((await sla(shallow)).cases).toMatchObject([{ state: 'unknown', published: '2026-11-20' }])
  const outside = folderWith({ 'casectl.config.yml': '', 'taxonomy.yml': TAXONOMY })
  expect((await cli(['report', 'sla'], { cwd: outside })).code).toBe(2)
})

test('a repository without a commit has nothing in the library yet', async () => {
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    'cases/a.md': text('CASE-0000A', 'published', '2026-11-22'),
  })
  gitOn(cwd, '2026-11-22', 'init', '--quiet')
  expect((await sla(cwd)).cases).toMatchObject([{ state: 'open' }])
})

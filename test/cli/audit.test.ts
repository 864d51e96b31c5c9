import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  ANNA,
  caseOf,
  commitAs,
  gitAs,
  ID,
  library,
  PATH,
  POLICY,
  published,
  review,
  SUE,
  TIM,
} from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

function run(cwd: string, ...args: readonly string[]): Promise<CliResult> {
  return cli(['audit', ...args], { cwd, env: GIT_ENV })
}

/** A library in which nobody commits at odd hours: 2026-11-28, the day of the tests, is a Saturday. */
const CONFIG = `${POLICY}audit: { hours: { weekends: true }, mass_delete: 3 }\n`

test('an entry a case and commit: who, when, which fields, under which approvals', async () => {
  const cwd = library(CONFIG)
  published(cwd)
  const { code, stdout, stderr } = await run(cwd)
  expect(code).toBe(0)
  const lines = stdout.trim().split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[1]).toMatch(
    /Sue Sense .*unsigned +CASE-7F3KQ +changed +status: in-review → published; ✓ sensitivity: Sue Sense <sue@example.com>; ✓ technical: Tim Tech/,
  )
  expect(lines[2]).toContain('approve sensitivity: Sue Sense')
  expect(lines[4]).toContain('added')
  expect(stderr).toContain('Entries: 4.')
  expect(stderr).not.toContain('Unusual')
})

test('approvals of another text are none of this one, nor are those that were withdrawn', async () => {
  const cwd = library(CONFIG)
  const { technical } = published(cwd)
  write(cwd, PATH, caseOf('published', 'Restart the modem.'))
  commitAs(ANNA, cwd, 'other words')
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd, 'the words that were approved')
  review(cwd, TIM, 'technical', { verdict: 'withdraw', withdraws: technical.split('/').at(-1) ?? '' })
  write(cwd, PATH, caseOf('needs-review'))
  commitAs(ANNA, cwd, 'again')
  const { entries } = JSON.parse((await run(cwd, '--format', 'json')).stdout)
  const roles = entries.map((entry: { approvals: { role: string }[] }) =>
    entry.approvals.map(({ role }) => role),
  )
  expect(roles.slice(0, 5)).toEqual([
    ['sensitivity'],
    [],
    ['sensitivity', 'technical'],
    [],
    ['sensitivity', 'technical'],
  ])
  expect(entries[3]).toMatchObject({
    action: 'changed',
    fields: [],
    sections: [{ section: 'Steps', how: 'changed' }],
  })
})

test('a move, CR LF, Chinese names, a case that took the file of another, a removal', async () => {
  const cwd = library(CONFIG)
  write(cwd, PATH, caseOf('draft').replaceAll('\n', '\r\n'))
  commitAs(ANNA, cwd)
  rmSync(join(cwd, PATH))
  write(cwd, `archive/${ID}-路由器.md`, caseOf('draft').replace('title: Router', 'title: 路由器'))
  commitAs(ANNA, cwd)
  write(cwd, `archive/${ID}-路由器.md`, caseOf('draft', 'x', 'CASE-AAAA1'))
  commitAs(ANNA, cwd)
  rmSync(join(cwd, `archive/${ID}-路由器.md`))
  commitAs(ANNA, cwd)
  const { entries } = JSON.parse((await run(cwd, '--json')).stdout)
  const told = entries.map((entry: Record<string, unknown>) => [
    entry['case'],
    entry['action'],
    entry['from'],
    entry['to'],
  ])
  const archived = `archive/${ID}-路由器.md`
  expect(told).toEqual([
    ['CASE-AAAA1', 'removed', archived, null],
    [ID, 'removed', archived, null],
    ['CASE-AAAA1', 'added', null, archived],
    [ID, 'moved', PATH, archived],
    [ID, 'added', null, PATH],
  ])
  expect(entries[3].fields).toEqual([{ field: 'title', before: 'Router drops', after: '路由器 drops' }])
})

test('CSV: every field in quotes, and nothing that a spreadsheet would run', async () => {
  const cwd = library(CONFIG)
  write(cwd, PATH, caseOf('draft').replace('title: Router drops', `title: '=HYPERLINK("http://x","y")'`))
  commitAs({ name: '@SUM(1)', email: 'eve@example.com' }, cwd)
  const { stdout } = await run(cwd, '--format', 'csv')
  const [head, row = ''] = stdout.split('\r\n')
  expect(head).toContain('"time","commit","author"')
  expect(row).toContain(`"'@SUM(1)"`)
  expect(row).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  for (const field of row.match(/"(?:[^"]|"")*"/g) ?? []) expect(field).not.toMatch(/^"[=+@-]/)
})

test('unusual: mass deletions, off-hours, reviews by authors, jumps of status, reviews changed', async () => {
  const cwd = library(`${POLICY}audit: { mass_delete: 3 }\n`)
  const { technical } = published(cwd)
  for (const id of ['CASE-AAAA1', 'CASE-AAAA2', 'CASE-AAAA3'])
    write(cwd, `cases/${id}-a.md`, caseOf(id === 'CASE-AAAA1' ? 'superseded' : 'draft', 'x', id))
  commitAs(ANNA, cwd)
  for (const id of ['CASE-AAAA1', 'CASE-AAAA2', 'CASE-AAAA3']) rmSync(join(cwd, `cases/${id}-a.md`))
  commitAs(ANNA, cwd)
  write(cwd, PATH, caseOf('draft', 'Tim knows better.'))
  commitAs(TIM, cwd)
  appendFileSync(join(cwd, technical), '# \n')
  commitAs(SUE, cwd)
  const { unusual } = JSON.parse((await run(cwd, '--json')).stdout)
  const codes = new Map<string, number>()
  for (const { code } of unusual as { code: string }[]) codes.set(code, (codes.get(code) ?? 0) + 1)
  expect(Object.fromEntries(codes)).toEqual({
    'off-hours': 8,
    'mass-delete': 1,
    'own-review': 1,
    'status-jump': 2,
    'review-edited': 1,
  })
  const own = (unusual as { code: string; message: string }[]).find(({ code }) => code === 'own-review')
  expect(own?.message).toContain('tim@example.com approved CASE-7F3KQ')
  expect((await run(cwd, '--lang', 'zh')).stderr).toContain('删除了 3 个案例')
})

test('a span is a filter: a commit that claims an earlier day hides nothing behind it', async () => {
  const cwd = library(CONFIG)
  published(cwd)
  const env = {
    ...GIT_ENV,
    GIT_AUTHOR_NAME: 'Eve',
    GIT_AUTHOR_EMAIL: 'e@x',
    GIT_COMMITTER_NAME: 'Eve',
    GIT_COMMITTER_EMAIL: 'e@x',
  }
  for (let i = 0; i < 8; i++) {
    write(cwd, PATH, caseOf('published', `Backdated ${i}.`))
    const old = '2020-01-01T12:00:00Z'
    const options = { cwd, env: { ...env, GIT_AUTHOR_DATE: old, GIT_COMMITTER_DATE: old } }
    execFileSync('git', ['commit', '--quiet', '-am', 'old'], options)
  }
  const { entries } = JSON.parse(
    (await run(cwd, '--after', '2026-11-01', '--before', '2026-11-30', '--json')).stdout,
  )
  expect(entries).toHaveLength(4)
  expect((await run(cwd, '--after', 'yesterday')).code).toBe(2)
  expect(await run(cwd, 'retention', '--json')).toMatchObject({
    stdout: expect.stringContaining('backdated'),
  })
})

test('a pack checks itself, by casectl and by sha256sum, and tells what was tampered with', async () => {
  const cwd = library(CONFIG)
  published(cwd)
  const pack = join(temporaryFolder(), 'pack')
  expect((await run(cwd, 'export', pack, '--json')).code).toBe(0)
  expect(readdirSync(pack).sort()).toEqual([
    'SHA256SUMS',
    'audit.csv',
    'audit.jsonl',
    'commits.jsonl',
    'pack.json',
    'reviews',
    'unusual.json',
  ])
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: pack })
  expect(await run(cwd, 'verify', pack)).toMatchObject({ code: 0, stdout: '' })
  expect((await run(cwd, 'export', pack)).code).toBe(2)
  const lines = readFileSync(join(pack, 'audit.jsonl'), 'utf8').trim().split('\n')
  expect(lines.map(line => JSON.parse(line).action)).toEqual(['changed', 'reviewed', 'reviewed', 'added'])
  const commits = join(pack, 'commits.jsonl')
  writeFileSync(commits, readFileSync(commits, 'utf8').replace('Tim Tech', 'Tom Tech'))
  writeFileSync(join(pack, 'more.txt'), '')
  rmSync(join(pack, 'audit.csv'))
  const { code, stdout } = await run(cwd, 'verify', pack)
  expect(code).toBe(1)
  expect(stdout).toContain('commits.jsonl is not what its sum')
  expect(stdout).toContain('is not the hash of what commits.jsonl gives')
  expect(stdout).toContain('more.txt is not listed')
  expect(stdout).toContain('audit.csv is missing')
  expect((await run(cwd, 'verify', cwd)).code).toBe(2)
  expect(existsSync(join(pack, 'reviews'))).toBe(true)
})

test('retention: fails on a shallow clone, a rewritten history, and one that was cut off', async () => {
  const cwd = library(CONFIG)
  published(cwd)
  const pack = join(temporaryFolder(), 'pack')
  await run(cwd, 'export', pack)
  expect(await run(cwd, 'retention', '--pack', pack)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('young'),
  })
  const clone = join(temporaryFolder(), 'clone')
  gitAs(ANNA, cwd, 'clone', '--quiet', '--depth', '2', `file://${cwd}`, clone)
  expect(await run(clone, 'retention')).toMatchObject({ code: 1, stdout: expect.stringContaining('shallow') })
  write(cwd, PATH, caseOf('published').replace('status:', 'created: 2025-01-05\nstatus:'))
  gitAs(ANNA, cwd, 'commit', '--quiet', '-a', '--amend', '-m', 'rewritten')
  expect(await run(cwd, 'retention', '--pack', pack)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('anchor-left'),
  })
  expect(await run(cwd, 'retention')).toMatchObject({ code: 1, stdout: expect.stringContaining('cut-off') })
  const root = gitAs(ANNA, cwd, 'rev-list', '--max-parents=0', 'HEAD').trim()
  expect(await run(cwd, 'retention', '--anchor', root)).toMatchObject({ code: 0 })
  write(cwd, 'casectl.config.yml', `audit: { retention: 5y, anchor: ${'0'.repeat(40)} }\n`)
  const missing = await run(cwd, 'retention', '--json')
  expect(missing.code).toBe(1)
  expect(JSON.parse(missing.stdout)).toMatchObject({ days: 1830, held: false })
  expect(missing.stdout).toContain('anchor-missing')
})

test('a taxonomy that does not hold hides no history; a configuration that does not hold is told', async () => {
  const cwd = library(CONFIG)
  published(cwd)
  const before = await run(cwd)
  write(cwd, 'taxonomy.yml', 'facets: [')
  expect(await run(cwd)).toEqual(before)
  write(cwd, 'casectl.config.yml', 'audit: { retention: never }\n')
  expect(await run(cwd)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('retention') })
})

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, commitAs, gitAs, ID, POLICY, reviewOf, SUE, TIM } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

const ENV = { ...GIT_ENV, GIT_AUTHOR_NAME: ANNA.name, GIT_AUTHOR_EMAIL: ANNA.email }
const PNG = Uint8Array.from([0x89, 0x50, 0xff, 0x00])
const TAXONOMY = 'facets:\n  urgency:\n    terms: [{ id: critical }, { id: low }]\n'

function text(id: string, updated: string, fields = '', status = 'published', body = ''): string {
  return `---\nid: ${id}\nkind: case\ntitle: Title ${id}\nstatus: ${status} # kept\nlanguage: en\nupdated: ${updated}\n${fields}---\n\n# Case\n${body}`
}

function use(id: string, day: string): string {
  return `${JSON.stringify({ event: id + day, case: id, kind: 'used', day })}\n`
}

/** A repository on main with some cases; the library may lie in a folder of it. */
function repository(
  files: Readonly<Record<string, string | Uint8Array>>,
  below = '',
): { top: string; cwd: string } {
  const top = temporaryFolder()
  const cwd = join(top, below)
  mkdirSync(cwd, { recursive: true })
  gitAs(ANNA, top, 'init', '--quiet', '--initial-branch=main')
  for (const [path, content] of Object.entries({
    'casectl.config.yml': '',
    'taxonomy.yml': TAXONOMY,
    ...files,
  })) {
    if (typeof content === 'string') write(cwd, path, content)
    else {
      write(cwd, path, '')
      writeFileSync(join(cwd, path), content)
    }
  }
  commitAs(ANNA, top)
  return { top, cwd }
}

const run = (cwd: string, ...args: string[]) => cli(['lifecycle', ...args], { cwd, env: ENV })
const git = (cwd: string, ...args: string[]): string => gitAs(ANNA, cwd, ...args).trim()

interface Proposed {
  readonly id: string
  readonly action: string
  readonly to: string | null
  readonly last: string | null
  readonly reasons: readonly string[]
}

async function plan(cwd: string, ...args: string[]): Promise<{ hasUse: boolean; proposals: Proposed[] }> {
  const { code, stdout, stderr } = await run(cwd, 'plan', '--json', ...args)
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const brief = ({ proposals }: { proposals: Proposed[] }): [string, string][] =>
  proposals.map(({ id, action }) => [id.slice(-1), action])

// The day of the tests is 2026-11-22: 180 days before is 2026-05-26.
const AGED = {
  'cases/a.md': text('CASE-0000A', '2026-05-26'),
  'cases/b.md': text('CASE-0000B', '2026-05-27'),
  'cases/c.md': text('CASE-0000C', '2025-05-01'),
  'cases/d.md': text('CASE-0000D', '2025-05-01', 'urgency: critical\n'),
  'cases/e.md': text('CASE-0000E', '2020-01-01', '', 'draft'),
  'cases/f.md': text('CASE-0000F', '2020-01-01', 'superseded_by: CASE-0000G\n', 'superseded'),
  'cases/g.md': text('CASE-0000G', '2026-01-01', 'supersedes: [CASE-0000F]\n'),
  'cases/h.md': text('CASE-0000H', '2026-02-01', '', 'needs-review'),
  'archive/j.md': text('CASE-0000J', '2020-01-01', '', 'archived'),
  'feedback/2026-06/x.jsonl': use('CASE-0000C', '2026-06-01') + use('CASE-0000H', '2026-01-01'),
}

test('plan: 180 days without a change or a use is for the archive, a review day that has come for a mark', async () => {
  const { cwd } = repository(AGED)
  const found = await plan(cwd)
  expect(found.hasUse).toBe(true)
  expect(brief(found)).toEqual([
    ['A', 'archive'],
    ['C', 'needs-review'],
    ['D', 'archive'],
    ['H', 'archive'],
  ])
  expect(found.proposals[0]).toMatchObject({
    to: 'archive/a.md',
    last: '2026-05-26',
    reasons: ['last change 2026-05-26', 'no use is recorded', 'nothing for 180 days since 2026-05-26'],
  })
  expect(found.proposals[1]?.reasons).toContain('2026-11-01: 18 months after the last change on 2025-05-01')
  expect(brief(await plan(cwd, '--as-of', '2026-11-23'))).toContainEqual(['B', 'archive'])
  expect(brief(await plan(cwd, '--only', 'needs-review'))).toEqual([['C', 'needs-review']])
  expect(brief(await plan(cwd, 'CASE-0000A', '0000c'))).toEqual([
    ['A', 'archive'],
    ['C', 'needs-review'],
  ])
  expect(await run(cwd, 'plan', 'CASE-0000B')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Nothing is proposed'),
  })
  const shown = await run(cwd, 'plan')
  expect(shown.stdout).toMatch(/CASE-0000A {2}archive {12}2026-05-26/)
  expect(shown.stderr).toContain('To archive: 3. To mark needs-review: 1.')
  expect((await run(cwd, 'plan', '--lang', 'zh')).stderr).toContain('建议归档：3。建议标记待复审：1。')
})

test('the days are those of the configuration, by kind and urgency; without feedback it is said', async () => {
  const { cwd } = repository({
    'casectl.config.yml':
      'lifecycle: { archive_days: 90, archive_days_by: { urgency: { critical: 0, low: 400 }, kind: { case: 300 } } }\n',
    'cases/a.md': text('CASE-0000A', '2026-01-26'),
    'cases/b.md': text('CASE-0000B', '2026-01-27'),
    'cases/c.md': text('CASE-0000C', '2026-01-01', 'urgency: critical\n'),
    'cases/d.md': text('CASE-0000D', '2026-01-01', 'urgency: low\n'),
    'cases/s.md': text('CASE-0000S', '2026-08-24').replace('kind: case', 'kind: sop'),
  })
  expect(brief(await plan(cwd))).toEqual([
    ['A', 'archive'],
    ['S', 'archive'],
  ])
  expect((await run(cwd, 'plan')).stderr).toContain('records no use')
  write(cwd, 'casectl.config.yml', 'lifecycle: { archive_days: 0 }\n')
  expect(brief(await plan(cwd))).toEqual([])
  write(cwd, 'casectl.config.yml', 'lifecycle: { archive_days: -1 }\n')
  expect((await run(cwd, 'plan')).code).toBe(2)
})

test.each(['', 'docs/library'])(
  'apply commits on a branch of its own and touches nothing of the user, below "%s"',
  async below => {
    const { top, cwd } = repository(
      {
        ...AGED,
        'cases/a.md': text('CASE-0000A', '2026-01-01', '', 'published', '![p](img/a.png) [b](b.md)\n'),
        'cases/b.md': text('CASE-0000B', '2026-06-01', '', 'published', '[a](a.md)\n'),
        'cases/h.md': text('CASE-0000H', '2026-01-01', '', 'needs-review', '[a](../cases/a.md) [a](a.md)\n'),
        'cases/img/a.png': PNG,
      },
      below,
    )
    const head = git(top, 'rev-parse', 'HEAD')
    write(cwd, 'cases/b.md', 'the user is at work here')
    write(cwd, 'cases/new.md', 'and here')
    git(top, 'add', below === '' ? 'cases/new.md' : `${below}/cases/new.md`)
    const before = [git(top, 'status', '--porcelain'), git(top, 'branch', '--show-current')]
    const { code, stdout, stderr } = await run(cwd, 'apply')
    expect([code, stderr]).toEqual([0, expect.stringContaining('git push -u origin lifecycle/2026-11-22')])
    expect(stdout).toContain('CASE-0000A')
    expect([git(top, 'status', '--porcelain'), git(top, 'branch', '--show-current')]).toEqual(before)
    expect(readFileSync(join(cwd, 'cases/b.md'), 'utf8')).toBe('the user is at work here')
    const branch = 'lifecycle/2026-11-22'
    expect(git(top, 'rev-parse', `${branch}^`)).toBe(head)
    expect(git(top, 'log', '-1', '--format=%an <%ae>', branch)).toBe('Anna Author <anna@example.com>')
    const show = (path: string): string =>
      gitAs(ANNA, top, 'show', `${branch}:${below === '' ? '' : `${below}/`}${path}`)
    expect(show('archive/a.md')).toBe(
      text('CASE-0000A', '2026-01-01', '', 'archived', '![p](img/a.png) [b](../cases/b.md)\n'),
    )
    expect(show('archive/h.md')).toContain('[a](a.md) [a](a.md)')
    expect(show('cases/b.md')).toContain('[a](../archive/a.md)')
    expect(show('cases/c.md')).toBe(text('CASE-0000C', '2025-05-01', '', 'needs-review'))
    const names = git(top, 'diff', '--name-status', '-M100%', head, branch).split('\n')
    expect(names.filter(line => line.includes('a.png'))).toHaveLength(1)
    expect(names.some(line => line.includes('.casectl'))).toBe(false)
    expect(git(top, 'worktree', 'list').split('\n')).toHaveLength(1)
    const again = await run(cwd, 'apply')
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('holds exactly this already')])
    expect(git(top, 'branch', '--list', 'lifecycle/*').split('\n')).toHaveLength(1)
    await run(cwd, 'apply', '--only', 'archive')
    expect(git(top, 'branch', '--list', 'lifecycle/*').split('\n')).toHaveLength(2)
  },
)

test('archived cases are found last and only with --archived; lint, list and show know them', async () => {
  const { cwd } = repository({
    'cases/a.md': text('CASE-0000A', '2026-01-01'),
    'cases/b.md': text('CASE-0000B', '2026-11-01'),
  })
  await run(cwd, 'apply')
  git(cwd, 'switch', '--quiet', 'lifecycle/2026-11-22')
  const call = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await cli([...args, '--json'], { cwd })
    const { hits, cases } = JSON.parse(stdout)
    return (hits ?? cases).map(({ id }: { id: string }) => id)
  }
  await cli(['index'], { cwd })
  expect(await call('search', 'Title')).toEqual(['CASE-0000B'])
  expect(await call('search', 'Title', '--archived')).toEqual(['CASE-0000B', 'CASE-0000A'])
  expect(await call('list', '--status', 'archived')).toEqual(['CASE-0000A'])
  expect((await cli(['show', 'CASE-0000A', '--path'], { cwd })).stdout).toBe('archive/a.md\n')
  const { stdout } = await cli(['lint', '--json'], { cwd })
  const rules: string[] = JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule)
  expect(rules.filter(rule => ['archive-folder', 'relations', 'links', 'id-unique'].includes(rule))).toEqual(
    [],
  )
})

test('approvals survive: the gate replays the moves of one run together', async () => {
  const other = 'CASE-8F3KQ'
  const path = `cases/${ID}-a.md`
  const { cwd } = repository({
    'casectl.config.yml': POLICY,
    'cases/old.md': text(other, '2026-01-01', '', 'published', `[a](${ID}-a.md)\n`),
    'cases/older.md': text('CASE-9F3KQ', '2026-01-01', '', 'published', '[a](old.md)\n'),
    [path]: text(ID, '2026-11-01', '', 'published', '[old](old.md) and [older](older.md)\n'),
  })
  for (const [who, role] of [
    [TIM, 'technical'],
    [SUE, 'sensitivity'],
  ] as const) {
    const record = reviewOf(cwd, who, role, {}, path)
    write(cwd, record.path, record.text)
    commitAs(who, cwd)
  }
  const { stderr } = await run(cwd, 'apply', '--only', 'archive')
  expect(stderr).toContain('To archive: 2.')
  const { code, stdout } = await cli(['review', 'check', 'main..lifecycle/2026-11-22', '--json'], { cwd })
  expect([code, JSON.parse(stdout).diagnostics]).toEqual([0, []])
  git(cwd, 'switch', '--quiet', 'lifecycle/2026-11-22')
  const [name = ''] = readdirSync(join(cwd, 'reviews', ID)).filter(each => each.startsWith('carry-'))
  expect(readFileSync(join(cwd, 'reviews', ID, name), 'utf8')).toContain('command: lifecycle apply')
})

test('nothing to do makes no branch; no commit, no person, no repository and a hook that refuses are told', async () => {
  const { cwd } = repository({ 'cases/b.md': text('CASE-0000B', '2026-11-01') })
  expect(await run(cwd, 'apply')).toMatchObject({ code: 0, stdout: '' })
  expect(git(cwd, 'branch', '--list')).toBe('* main')
  const { cwd: hooked } = repository(AGED)
  const hook = join(hooked, '.git/hooks/pre-commit')
  mkdirSync(join(hooked, '.git/hooks'), { recursive: true })
  writeFileSync(hook, '#!/bin/sh\necho not today >&2\nexit 1\n')
  chmodSync(hook, 0o755)
  expect(await run(hooked, 'apply')).toMatchObject({ code: 2, stderr: expect.stringContaining('not today') })
  expect(git(hooked, 'branch', '--list')).toBe('* main')
  expect(git(hooked, 'worktree', 'list').split('\n')).toHaveLength(1)
  const nobody = await cli(['lifecycle', 'apply'], { cwd: hooked, env: GIT_ENV })
  expect(nobody).toMatchObject({ code: 2, stderr: expect.stringContaining('git does not know who you are') })
  const outside = temporaryFolder()
  write(outside, 'casectl.config.yml', '')
  expect((await run(outside, 'apply')).code).toBe(2)
  execFileSync('git', ['init', '--quiet'], { cwd: outside, env: GIT_ENV })
  expect((await run(outside, 'apply')).code).toBe(2)
})

test('apply --submit pushes the branch and tells where to open the request; again, it finds both', async () => {
  const { cwd } = repository({ 'cases/a.md': text('CASE-AAAA1', '2026-01-01') })
  const remote = join(temporaryFolder(), 'remote.git')
  git(cwd, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  git(cwd, 'remote', 'add', 'origin', remote)
  git(cwd, 'push', '--quiet', 'origin', 'main')
  const args = ['apply', '--submit', '--as-of', '2026-11-22']
  const first = await run(cwd, ...args)
  expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/lifecycle\/2026-11-22\n$/)])
  expect(first.stderr).toContain('Pushed lifecycle/2026-11-22')
  const tip = git(cwd, 'ls-remote', remote, 'refs/heads/lifecycle/2026-11-22').split('\t')[0]
  expect(tip).toBe(git(cwd, 'rev-parse', 'lifecycle/2026-11-22'))
  expect(git(cwd, 'branch', '--show-current')).toBe('main')
  const again = JSON.parse((await run(cwd, ...args, '--json')).stdout) as object
  expect(again).toMatchObject({ request: 'to-open', branch: { commit: tip, fresh: false } })
  git(cwd, 'remote', 'remove', 'origin')
  expect((await run(cwd, ...args)).code).toBe(2)
})

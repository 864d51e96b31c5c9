import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commit, git, write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const CASE =
  '---\nid: CASE-0000A\nkind: case\ntitle: Router drops\nstatus: published\nlanguage: en\nupdated: 2026-10-01\n---\n\n# Router drops\n'
const ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'T',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 'T',
  GIT_COMMITTER_EMAIL: 't@example.com',
}

function library(): string {
  return folderWith({ 'casectl.config.yml': '', '.gitignore': '.casectl/\n', 'cases/a.md': CASE })
}

const run = (cwd: string, ...args: string[]) => cli(['feedback', ...args], { cwd, env: ENV })

function lines(cwd: string): Record<string, unknown>[] {
  const folder = join(cwd, 'feedback')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map(line => JSON.parse(line))
}

test('an event waits in the spool, without personal data, until sync commits it alone', async () => {
  const cwd = library()
  commit(cwd)
  const { code, stderr } = await run(cwd, '0000a', '--unsolved', '--rating', '2', '-m', 'call 13800138000')
  expect([code, stderr]).toEqual([0, expect.stringContaining('masked')])
  expect(lines(cwd)).toEqual([])
  write(cwd, 'cases/b.md', 'unfinished')
  git(cwd, 'add', 'cases/b.md')
  const synced = await run(cwd, 'sync')
  expect([synced.code, synced.stderr]).toEqual([0, expect.stringContaining('New events: 1.')])
  const [event] = lines(cwd)
  expect(Object.keys(event ?? {})).toEqual(['event', 'case', 'kind', 'day', 'rating', 'text'])
  expect(event).toMatchObject({ case: 'CASE-0000A', kind: 'unsolved', day: '2026-11-22', rating: 2 })
  expect(JSON.stringify(event)).not.toContain('13800138000')
  const path = synced.stdout.trim()
  expect(path).toMatch(/^feedback\/2026-11\/[0-9a-f]{20}\.jsonl$/)
  expect(git(cwd, 'show', '--name-only', '--format=', 'HEAD').trim()).toBe(path)
  expect(git(cwd, 'diff', '--cached', '--name-only').trim()).toBe('cases/b.md')
  expect(readdirSync(join(cwd, '.casectl/spool'))).toEqual([])
  expect((await run(cwd, 'sync')).stderr).toContain('New events: 0.')
})

test('two branches that both add feedback and queries merge without conflict', async () => {
  const cwd = library()
  write(cwd, 'casectl.config.yml', 'search: { log: true }\n')
  commit(cwd)
  for (const branch of ['one', 'two']) {
    git(cwd, 'checkout', '--quiet', '-b', branch, 'main')
    await run(cwd, '0000a', '--solved')
    await cli(['search', 'router', branch], { cwd, env: ENV })
    await run(cwd, 'sync')
    await run(cwd, '0000a', '--outdated', '--commit')
  }
  git(cwd, 'checkout', '--quiet', 'main')
  git(cwd, 'merge', '--quiet', '--no-edit', 'one')
  git(cwd, 'merge', '--quiet', '--no-edit', 'two')
  expect(git(cwd, 'status', '--porcelain')).toBe('')
  expect(
    lines(cwd)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['outdated', 'outdated', 'solved', 'solved'])
  const { stderr } = await run(cwd, 'compact')
  expect(stderr).toContain('Files written: 1, removed: 4')
  expect(new Set(lines(cwd).map(({ event }) => event)).size).toBe(4)
  expect(git(cwd, 'status', '--porcelain')).toBe('')
  expect((await run(cwd, 'compact')).stderr).toContain('Files written: 0, removed: 0')
})

test('add masks, passes over what is known, sets bad lines aside and never fails on one', async () => {
  const cwd = library()
  const good = (event: string, more = ''): string =>
    `{"event":"${event}","case":"case-0000a","kind":"solved","day":"2026-10-0${event.length}"${more}}`
  const text = [
    good('a', ',"text":"mail tim@example.org","user":"Tim"'),
    good('bb'),
    '{"event":"c","case":"CASE-0000A","kind":"loved","day":"2026-10-01"}',
    '{"event":"d","case":"CASE-0000A","kind":"used","day":"2026-02-30"}',
    'not json',
    good('bb'),
    '',
  ].join('\n')
  const added = await cli(['feedback', 'add', '--from', '-', '--json'], { cwd, stdin: text, env: ENV })
  expect(added.code).toBe(1)
  expect(JSON.parse(added.stdout)).toMatchObject({
    added: 2,
    known: 0,
    bad: [
      { line: 3, reason: 'kind' },
      { line: 4, reason: 'day' },
      { line: 5, reason: 'not-json' },
    ],
    setAside: '.casectl/set-aside/feedback.jsonl',
  })
  expect(readFileSync(join(cwd, '.casectl/set-aside/feedback.jsonl'), 'utf8')).toContain('not json\n')
  expect(JSON.stringify(lines(cwd))).not.toMatch(/tim@|"user"/i)
  write(cwd, 'events.jsonl', `${good('bb')}\n${good('ccc')}\n`)
  const again = await run(cwd, 'add', '--from', 'events.jsonl')
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('New events: 1. Known already: 1.')])
})

test('a batch with lines that are no event stays as it is; a damaged spool file costs itself only', async () => {
  const cwd = library()
  write(cwd, 'feedback/2026-10/x.jsonl', 'broken\n')
  await run(cwd, '0000a', '--solved')
  write(cwd, '.casectl/spool/zz.jsonl', 'half a li')
  const synced = await run(cwd, 'sync')
  expect([synced.code, synced.stderr]).toEqual([1, expect.stringContaining('Lines that are no event: 1')])
  const folded = await run(cwd, 'compact', '--json')
  expect(JSON.parse(folded.stdout).kept).toEqual(['feedback/2026-10/x.jsonl'])
  expect(readFileSync(join(cwd, 'feedback/2026-10/x.jsonl'), 'utf8')).toBe('broken\n')
})

test('wrong usage is told', async () => {
  const cwd = library()
  for (const args of [
    ['0000a'],
    ['0000a', '--solved', '--unsolved'],
    ['0000a', '--solved', '--rating', '6'],
    ['0000a', '--solved', '-m', 'x'.repeat(501)],
    ['add'],
    ['add', '--from', 'nothing.jsonl'],
  ]) {
    expect([args, (await run(cwd, ...args)).code]).toEqual([args, 2])
  }
  expect((await run(cwd, 'CASE-9999Z', '--solved')).code).toBe(1)
})

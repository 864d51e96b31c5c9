import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { protectedBranch } from '../../src/io/branch-protection.js'
import { ANNA, caseOf, commitAs, gitAs, ID, library, PATH, review, TIM } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

function run(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return cli(['doctor', ...args], { cwd, env: { ...GIT_ENV, ...env } })
}

interface Symptom {
  readonly check: string
  readonly health: string
  readonly message: { readonly en: string }
}

async function symptoms(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const { stdout } = await run(cwd, ['--json'], env)
  const { symptoms: found } = JSON.parse(stdout) as { symptoms: Symptom[] }
  return Object.fromEntries(found.map(({ check, health }) => [check, health]))
}

/** The pid of a process that is gone. */
function deadPid(): number {
  return spawnSync('true').pid
}

const TERMS = `facets:
  area:
    field: area
    labels: { en: Area, zh: 领域 }
    terms:
      - { id: network, labels: { en: Network, zh: 网络 }, aliases: [net] }
`

/** A library in which nearly everything is wrong that a repair knows. */
function broken(): string {
  const cwd = library()
  write(cwd, 'taxonomy.yml', TERMS)
  write(cwd, PATH, caseOf('draft').replace('status:', 'area: net\nstatus:'))
  write(cwd, `cases/copy/${ID}-a.md`, caseOf('draft').replace('status:', 'area: net\nstatus:'))
  write(
    cwd,
    'cases/CASE-AAAA1-b.md',
    caseOf('in-review', 'B.', 'CASE-AAAA1').replace('status:', 'related: [CASE-AAAA2]\nstatus:'),
  )
  write(
    cwd,
    'cases/CASE-AAAA2-c.md',
    caseOf('draft', 'C.', 'CASE-AAAA2').replace(
      'status:',
      'supersedes: [CASE-AAAA1]\nattachments: [{ path: log.txt, size: 1 }]\nstatus:',
    ),
  )
  write(cwd, 'cases/log.txt', 'E-1203\n')
  const related = (id: string): string => caseOf('in-review', 'R.', id)
  write(
    cwd,
    'cases/CASE-CCCC1-r.md',
    related('CASE-CCCC1').replace('status:', 'related: [CASE-CCCC2]\nstatus:'),
  )
  write(cwd, 'cases/CASE-CCCC2-r.md', related('CASE-CCCC2'))
  write(cwd, 'cases/CASE-BBBB1-x.md', caseOf('draft', 'X.', 'CASE-BBBB1'))
  write(cwd, 'cases/CASE-BBBB1-y.md', caseOf('draft', 'Y.', 'CASE-BBBB1'))
  commitAs(ANNA, cwd)
  review(cwd, TIM, 'technical', { case: 'CASE-ZZZZ9', digest: `v1:${'0'.repeat(64)}` })
  write(cwd, '.gitattributes', '*.md text')
  write(cwd, '.git/hooks/pre-commit', '#!/bin/sh\n# Written by `casectl hook install`.\nexit 0\n')
  return cwd
}

test('a sound library: nothing worse than a note, exit 0', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('draft'))
  gitAs(ANNA, cwd, 'config', 'user.email', 'anna@example.com')
  write(cwd, '.gitattributes', '* text=auto eol=lf\n')
  const { code, stdout } = await run(cwd, [])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^✓ settings/)
  expect(await symptoms(cwd)).toEqual({
    ...{ settings: 'ok', git: 'ok', person: 'ok', signing: 'note', history: 'ok', remotes: 'note' },
    ...{ protection: 'note', 'line-ends': 'ok', hooks: 'note', locks: 'ok', journal: 'ok' },
    ...{ leftovers: 'ok', index: 'note' },
  })
  expect((await run(cwd, ['--lang', 'zh'])).stdout).toContain('配置和术语表有效')
})

test('settings that do not hold, and a folder outside git, are told beside the rest', async () => {
  const cwd = folderWith({ 'casectl.config.yml': 'review: { threshold: 9 }\n' })
  const { code, stdout } = await run(cwd, [])
  expect(code).toBe(1)
  expect(stdout).toContain('review.threshold')
  expect(stdout).toContain('is in no git repository')
  expect(stdout).toContain('✓ locks')
  expect((await run(cwd, ['--fix'])).code).toBe(1)
})

test('remotes in plain text are errors, passwords in addresses warnings; nobody is asked without a token', async () => {
  const cwd = library()
  gitAs(ANNA, cwd, 'remote', 'add', 'origin', 'http://me:secret@example.com/a.git')
  const { code, stdout } = await run(cwd, [])
  expect(code).toBe(1)
  expect(stdout).toContain('reached by http')
  expect(stdout).toContain('holds a password')
  expect(stdout).not.toContain('secret')
  gitAs(ANNA, cwd, 'remote', 'set-url', 'origin', 'git@github.com:acme/cases.git')
  expect((await run(cwd, [])).stdout).toContain('GITHUB_TOKEN is not set')
  expect(await symptoms(cwd)).toMatchObject({ remotes: 'ok', protection: 'note' })
})

test('with a token the forge is asked, and its answer told', async () => {
  const asked: string[] = []
  let answer: object | undefined = { name: 'main', protected: true }
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`)
    response.statusCode = answer === undefined ? 404 : 200
    response.end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_TOKEN: 'tkn',
  }
  const cwd = library()
  gitAs(ANNA, cwd, 'remote', 'add', 'origin', 'https://github.com/acme/cases')
  expect(await symptoms(cwd, env)).toMatchObject({ protection: 'ok' })
  expect(asked).toEqual(['/repos/acme/cases/branches/main Bearer tkn'])
  answer = { protected: false }
  expect(await symptoms(cwd, env)).toMatchObject({ protection: 'warning' })
  answer = undefined
  const { stdout } = await run(cwd, [], env)
  expect(stdout).toContain('HTTP 404')
  expect(stdout).not.toContain('tkn')
})

test('a host that is only called like a forge gets no token', () => {
  const env = { GITLAB_TOKEN: 'tkn', GITHUB_TOKEN: 'tkn' }
  for (const remote of ['https://gitlab.example.net/acme/cases', 'git@github.example.net:acme/cases.git']) {
    expect(protectedBranch(remote, env)).toBe(undefined)
  }
  const own = { ...env, CI_API_V4_URL: 'https://gitlab.example.net/api/v4' }
  const asked = protectedBranch('https://gitlab.example.net/acme/cases', own)
  expect(asked?.url).toBe('https://gitlab.example.net/api/v4/projects/acme%2Fcases/repository/branches/main')
  expect(protectedBranch('https://gitlab.com/acme/cases.git', env)?.token).toBe('tkn')
})

test('stale locks, interrupted changes, leftovers and shallow clones are told', async () => {
  const cwd = library()
  write(cwd, '.casectl/lock', JSON.stringify({ pid: deadPid(), started: '1' }))
  write(cwd, '.casectl/journal/apply.json', JSON.stringify([{ path: PATH, before: null, after: 'new' }]))
  write(cwd, `cases/.casectl-${'0'.repeat(16)}.tmp`, '')
  gitAs(ANNA, cwd, 'worktree', 'add', '--quiet', join(cwd, '..', 'gone'))
  rmSync(join(cwd, '..', 'gone'), { recursive: true })
  expect(await symptoms(cwd)).toMatchObject({ locks: 'warning', journal: 'warning', leftovers: 'warning' })
  write(cwd, '.casectl/journal/apply.json', 'no journal')
  expect(await symptoms(cwd)).toMatchObject({ journal: 'error' })
})

test('--fix shows what would be done and writes nothing', async () => {
  const cwd = broken()
  const before = gitAs(ANNA, cwd, 'status', '--porcelain')
  const { code, stdout, stderr } = await run(cwd, ['--fix'])
  expect(code).toBe(1)
  expect(stdout).toContain('-area: net')
  expect(stdout).toContain('+area: network')
  expect(stdout).toContain('+related: [CASE-CCCC1]')
  expect(stdout).toMatch(/\+.*sha256: 9f2e546c02da/)
  expect(stdout).toContain('+*.yml text eol=lf')
  expect(stdout).toContain('+++ /dev/null')
  expect(stdout).toContain('Build the search index (missing)')
  expect(stdout).toContain('Write the current hook')
  for (const left of [
    'CASE-BBBB1 is the id of different cases',
    'reviews/CASE-ZZZZ9/ holds 1 reviews',
    '`status: superseded`',
  ]) {
    expect(stdout).toContain(left)
  }
  expect(stderr).toContain('Nothing was written')
  expect(gitAs(ANNA, cwd, 'status', '--porcelain')).toBe(before)
  expect(existsSync(join(cwd, '.casectl/index'))).toBe(false)
})

test('--fix --yes makes the repairs, and finds nothing more to make', async () => {
  const cwd = broken()
  write(cwd, '.casectl/lock', JSON.stringify({ pid: deadPid(), started: '1' }))
  write(
    cwd,
    '.casectl/journal/apply.json',
    JSON.stringify([{ path: 'cases/half.md', before: null, after: 'half' }]),
  )
  writeFileSync(join(cwd, 'cases/half.md'), 'half')
  const made = await run(cwd, ['--fix', '--yes'])
  expect([made.code, made.stderr]).toEqual([1, expect.stringContaining('Repairs made')])
  expect(existsSync(join(cwd, 'cases/half.md'))).toBe(false)
  expect(existsSync(join(cwd, '.casectl/lock'))).toBe(false)
  expect(existsSync(join(cwd, `cases/copy/${ID}-a.md`))).toBe(false)
  expect(readFileSync(join(cwd, PATH), 'utf8')).toContain('area: network')
  expect(readFileSync(join(cwd, '.gitattributes'), 'utf8')).toMatch(/^\*\.md text\n\*\.yml text eol=lf\n/)
  expect(readFileSync(join(cwd, '.git/hooks/pre-commit'), 'utf8')).toContain('casectl lint --staged')
  const again = JSON.parse((await run(cwd, ['--fix', '--json'])).stdout) as {
    repairs: { repair: string; files: object[]; steps: string[] }[]
  }
  expect(again.repairs).toHaveLength(12)
  for (const { repair, files, steps } of again.repairs)
    expect([repair, files, steps]).toEqual([repair, [], []])
  expect(await symptoms(cwd)).toMatchObject({ locks: 'ok', journal: 'ok', hooks: 'ok', index: 'ok' })
})

test('one repair by its name; an unknown one is refused with the nearest', async () => {
  const cwd = broken()
  expect((await run(cwd, ['--fix', 'renamed-terms', '--yes'])).code).toBe(0)
  expect(readFileSync(join(cwd, PATH), 'utf8')).toContain('area: network')
  expect(existsSync(join(cwd, `cases/copy/${ID}-a.md`))).toBe(true)
  expect(await run(cwd, ['--fix', 'renamed-term'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('renamed-terms'),
  })
})

test('a taxonomy that cannot be used is led right where nobody has to be asked', async () => {
  const retired = [
    '{ id: old, labels: { en: Old, zh: 旧 }, retired: { use: middle } }',
    '{ id: middle, labels: { en: Middle, zh: 中 }, retired: { use: network } }',
    '{ id: lost, labels: { en: Lost, zh: 失 }, retired: { use: nowhere } }',
  ]
  const cwd = folderWith({
    'casectl.config.yml': '',
    'taxonomy.yml': TERMS + retired.map(term => `      - ${term}\n`).join(''),
  })
  expect((await run(cwd, [])).stdout).toContain('the retired term `old`')
  const { code, stdout } = await run(cwd, ['--fix', 'taxonomy-tree', '--yes'])
  expect(code).toBe(1)
  expect(stdout).toContain('taxonomy.yml:9: Facet area: the retired term `lost`')
  expect(readFileSync(join(cwd, 'taxonomy.yml'), 'utf8')).toContain(
    'id: old, labels: { en: Old, zh: 旧 }, retired: { use: network } }',
  )
})

test('code owners follow the roles where they are there; where not, whether they should be is left to people', async () => {
  const cwd = library()
  const none = await run(cwd, ['--fix', 'code-owners'])
  expect([none.code, none.stdout]).toEqual([1, expect.stringContaining('There is no .github/CODEOWNERS')])
  expect((await cli(['roles', 'sync'], { cwd, env: GIT_ENV })).code).toBe(0)
  const owners = readFileSync(join(cwd, '.github/CODEOWNERS'), 'utf8')
  write(cwd, '.github/CODEOWNERS', `${owners.replaceAll('tim@example.com', 'old@example.com')}docs/ @docs\n`)
  expect((await run(cwd, ['--fix', 'code-owners', '--yes'])).code).toBe(0)
  expect(readFileSync(join(cwd, '.github/CODEOWNERS'), 'utf8')).toBe(`${owners}docs/ @docs\n`)
  expect((await run(cwd, ['--fix', 'code-owners'])).stdout).toBe('')
})

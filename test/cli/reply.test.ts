import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commit, GIT_ENV, git, write } from './repository.js'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const CONFIG = 'version: 1\n'
const TAXONOMY =
  'facets:\n  product:\n    levels: [{ id: product }]\n    terms: [{ id: router, labels: { en: Home router, zh: 路由器 } }]\n'

function caseText(id: string, fields: string, body = ''): string {
  return `---\nid: ${id}\nkind: case\ntitle: Router drops\nlanguage: en\nproduct: { name: router }\n${fields}\n---\n\n# Router drops\n\n${body}`
}

const BODY = `## Resolution

Set the channel by hand <!-- ask Max --> as in [the guide](b.md) and [here](https://example.com/x).

![screen](assets/x.png)

## Steps {audience=internal}

1. Log in with the master key.

## Cautions

Customers see this.
`

function library(status = 'status: published\nupdated: 2026-10-01\naudience: public'): string {
  return folderWith({
    'casectl.config.yml': CONFIG,
    'taxonomy.yml': TAXONOMY,
    'cases/a.md': caseText('CASE-0000A', status, BODY),
  })
}

function spooled(cwd: string): Record<string, unknown>[] {
  const folder = join(cwd, '.casectl/spool')
  return readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

test('a reply holds what the reader may see, as a message, and counts as a use', async () => {
  const cwd = library()
  const { code, stdout, stderr } = await cli(
    ['reply', '0000a', '--var', 'customer=Ms {{agent}}', '--ticket', 'TK-7'],
    { cwd },
  )
  expect([code, stderr]).toEqual([0, expect.stringContaining('Left out, not for public readers: Steps.')])
  expect(stdout).toContain('Dear Ms {{agent}},')
  expect(stdout).toContain('by hand  as in the guide and [here](https://example.com/x).')
  expect(stdout).toContain('Please note:\n\nCustomers see this.')
  expect(stdout).toContain('Reference: CASE-0000A')
  for (const secret of ['master key', 'Max', 'x.png', 'Steps:', 'b.md']) expect(stdout).not.toContain(secret)
  expect(spooled(cwd)).toEqual([
    {
      event: expect.stringMatching(/^[0-9a-f]{20}$/),
      case: 'CASE-0000A',
      kind: 'used',
      day: '2026-11-22',
      via: 'reply',
      ticket: 'TK-7',
    },
  ])
  const inside = await cli(['reply', '0000a', '--audience', 'internal', '--language', 'zh'], { cwd })
  expect(inside.stdout).toContain('操作步骤：\n\n1. Log in with the master key.')
  expect(inside.stderr).toContain('written in en')
})

test('drafts, superseded and stale cases, and those for fewer readers, are refused with the reason', async () => {
  const reasons: readonly (readonly [string, string, string])[] = [
    ['status: draft\naudience: public', 'not-published', 'is draft'],
    ['status: published\nupdated: 2026-10-01\naudience: partner', 'audience', 'is for partner readers'],
    ['status: published\nupdated: 2026-10-01', 'audience', 'is for internal readers'],
    ['status: needs-review\nupdated: 2026-10-01\naudience: public', 'stale', 'needs-review'],
    ['status: published\nupdated: 2024-01-01\naudience: public', 'stale', 'due on 2025-07-01'],
    ['status: withdrawn\naudience: public', 'not-published', 'is withdrawn'],
    [
      'status: superseded\nsuperseded_by: CASE-0000B\naudience: public',
      'superseded',
      'CASE-0000B: Router drops',
    ],
  ]
  for (const [fields, refused, words] of reasons) {
    const cwd = library(fields)
    write(cwd, 'cases/b.md', caseText('CASE-0000B', 'status: published\nupdated: 2026-10-01'))
    const { code, stdout, stderr } = await cli(['reply', 'CASE-0000A', '--json'], { cwd })
    expect([fields, code, JSON.parse(stdout).refused.code]).toEqual([fields, 1, refused])
    expect(stderr).toContain(words)
    expect(readdirSync(cwd)).not.toContain('.casectl')
  }
})

test('approvals of another text make a case stale', async () => {
  const roles = 'review:\n  roles:\n    technical: [{ email: tim@example.com }]\n'
  const cwd = library()
  write(cwd, 'casectl.config.yml', roles)
  write(
    cwd,
    'reviews/CASE-0000A/2026-11-01-technical-aaaaaaaaaa.yml',
    `case: CASE-0000A\nrole: technical\nverdict: approve\nreviewer: { email: tim@example.com }\nday: 2026-11-01\ndigest: v1:${'0'.repeat(64)}\n`,
  )
  const { code, stderr } = await cli(['reply', 'CASE-0000A'], { cwd })
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining('has changed since it was approved (technical)'),
  ])
})

test('variables: listed, required, unknown; templates of the library come first', async () => {
  const cwd = library()
  write(
    cwd,
    'templates/reply.en.md',
    '{{ticket_no}} {{customer|you}}\n{{#steps}}\nnever\n{{/steps}}\n{{title}}\n',
  )
  const listed = await cli(['reply', '--vars'], { cwd })
  expect(listed.stdout).toBe('ticket_no\ncustomer=you\n')
  const missing = await cli(['reply', 'CASE-0000A'], { cwd })
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('--var ticket_no=…')])
  const unknown = await cli(['reply', 'CASE-0000A', '--var', 'custmer=x'], { cwd })
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('Did you mean customer?')])
  const { stdout } = await cli(['reply', 'CASE-0000A', '--var', 'ticket_no=7'], { cwd })
  expect(stdout).toBe('7 you\nRouter drops\n')
  write(cwd, 'templates/reply.en.md', '{{#steps}} x')
  expect((await cli(['reply', 'CASE-0000A'], { cwd })).code).toBe(2)
  write(cwd, 'templates/reply.en.md', '{{#nothing}}\nx\n{{/nothing}}\n')
  expect((await cli(['reply', 'CASE-0000A'], { cwd })).stderr).toContain('{{#nothing}} is no part of a case')
  expect((await cli(['reply'], { cwd })).code).toBe(2)
  expect((await cli(['reply', 'CASE-9999Z'], { cwd })).code).toBe(1)
})

test('a library that cannot be written still answers', async () => {
  const cwd = library()
  writeFileSync(join(cwd, '.casectl'), '')
  const { code, stdout, stderr } = await cli(['cite', 'CASE-0000A'], { cwd })
  expect([code, stdout]).toEqual([0, 'CASE-0000A Router drops cases/a.md\n'])
  expect(stderr).toContain('could not be recorded')
})

test('--copy hands the message to a program of the system', async () => {
  const cwd = library()
  const bin = folderWith({ pbcopy: '#!/bin/sh\n/bin/cat > "$HOME/copied"\n' })
  chmodSync(join(bin, 'pbcopy'), 0o755)
  const { stdout, stderr } = await cli(['reply', 'CASE-0000A', '--copy'], {
    cwd,
    env: { PATH: bin, HOME: bin },
  })
  expect(stderr).toContain('Copied')
  expect(readFileSync(join(bin, 'copied'), 'utf8')).toBe(stdout)
  const none = await cli(['reply', 'CASE-0000A', '--copy'], { cwd, env: { PATH: cwd } })
  expect([none.code, none.stderr]).toEqual([0, expect.stringContaining('No clipboard')])
})

test('cite gives a web address where the remote tells one, says what is stale, and refuses what is not in force', async () => {
  const cwd = library()
  commit(cwd)
  git(cwd, 'remote', 'add', 'origin', 'https://user:secret@github.com/team/cases.git')
  const link = 'https://github.com/team/cases/blob/main/cases/a.md'
  const env = GIT_ENV
  const text = await cli(['cite', 'case-0000a', '--ticket', 'TK-1'], { cwd, env })
  expect(text.stdout).toBe(`CASE-0000A Router drops ${link}\n`)
  const markdown = await cli(['cite', 'case-0000a', '--format', 'markdown'], { cwd, env })
  expect(markdown.stdout).toBe(`[CASE-0000A Router drops](${link})\n`)
  expect(
    spooled(cwd)
      .map(({ ticket }) => ticket)
      .sort(),
  ).toEqual(['TK-1', undefined])
  const personal = await cli(['cite', 'case-0000a', '--ticket', '13800138000'], { cwd, env })
  expect([personal.code, personal.stderr]).toEqual([2, expect.stringContaining('without personal data')])
  mkdirSync(join(cwd, 'cases'), { recursive: true })
  write(cwd, 'cases/a.md', caseText('CASE-0000A', 'status: needs-review\nupdated: 2026-10-01'))
  expect(JSON.parse((await cli(['cite', '0000A', '--format', 'json'], { cwd, env })).stdout)).toMatchObject({
    id: 'CASE-0000A',
    link,
    stale: true,
  })
  write(cwd, 'cases/a.md', caseText('CASE-0000A', 'status: draft'))
  expect((await cli(['cite', '0000A'], { cwd, env })).code).toBe(1)
})

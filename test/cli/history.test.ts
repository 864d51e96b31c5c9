import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, commitAs, gitAs, ID, library, PATH, SUE, TIM } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

function run(cwd: string, ...args: readonly string[]): Promise<CliResult> {
  return cli(args, { cwd, env: GIT_ENV })
}

const MOVED = `cases/路由器/${ID}-夜间掉线.md`

/** A case drafted, moved beside an edit in a merge of two branches, reworded with CR LF, removed. */
function lived(): string {
  const cwd = library()
  write(cwd, PATH, caseOf('draft'))
  write(cwd, 'cases/CASE-AAAA1-b.md', caseOf('draft', 'Other.', 'CASE-AAAA1'))
  commitAs(ANNA, cwd, 'draft')
  gitAs(TIM, cwd, 'switch', '--quiet', '-c', 'move')
  rmSync(join(cwd, PATH))
  write(cwd, MOVED, caseOf('in-review'))
  commitAs(TIM, cwd, 'move')
  gitAs(ANNA, cwd, 'switch', '--quiet', 'work')
  write(cwd, 'cases/CASE-AAAA1-b.md', caseOf('draft', 'Others.', 'CASE-AAAA1'))
  commitAs(ANNA, cwd, 'other case')
  gitAs(ANNA, cwd, 'merge', '--quiet', '--no-edit', 'move')
  const words = caseOf('in-review', 'Restart the modem.\n\n## Cautions\n\nWait a minute.').replace(
    'title: Router',
    'tags: [vpn]\ntitle: Router',
  )
  write(cwd, MOVED, words.replaceAll('\n', '\r\n'))
  commitAs(SUE, cwd, 'reword')
  return cwd
}

test('history follows a case through a move, a merge and its removal, and speaks of fields and sections', async () => {
  const cwd = lived()
  rmSync(join(cwd, MOVED))
  commitAs(TIM, cwd, 'remove')
  const { code, stdout } = await run(cwd, 'history', ID)
  expect(code).toBe(0)
  const parts = stdout.trim().split('\n\n')
  expect(parts).toHaveLength(4)
  expect(parts[0]).toMatch(
    /^2026-11-28 12:00 \+00:00 {2}Tim Tech <tim@example.com> {2}[0-9a-f]{12} {2}unsigned/,
  )
  expect(parts[0]).toContain(`removed from ${MOVED}`)
  expect(parts[1]).toContain('Sue Sense')
  expect(parts[1]).toContain('tags: + [vpn]')
  expect(parts[1]).toContain('Restart the [-router-]{+modem+}.')
  expect(parts[1]).toContain('## Cautions (added)')
  expect(parts[2]).toContain(`moved from ${PATH} to ${MOVED}`)
  expect(parts[2]).toContain('status: draft → in-review')
  expect(parts[3]).toContain(`added as ${PATH}`)
})

test('history as JSON, with a limit, and in Chinese', async () => {
  const cwd = lived()
  const limited = await run(cwd, 'history', '7f3kq', '--limit', '1', '--json')
  const json = JSON.parse(limited.stdout)
  expect(json).toMatchObject({
    command: 'history',
    id: ID,
    commits: 3,
    entries: [
      {
        author: {
          name: 'Sue Sense',
          email: 'sue@example.com',
          time: expect.stringMatching(/^2026-11-28T12:00:00/),
        },
        signature: { status: 'N' },
        action: 'changed',
        from: MOVED,
        fields: [{ field: 'tags', after: ['vpn'] }],
        sections: [
          { section: 'Steps', before: 'Restart the router.', after: 'Restart the modem.' },
          { section: 'Cautions', after: 'Wait a minute.' },
        ],
      },
    ],
  })
  expect(limited.stderr).toContain('Older commits: 2.')
  expect((await run(cwd, 'history', ID, '--lang', 'zh')).stdout).toContain('未签名')
})

test('an id that no commit knows: exit 1 and what may have been meant', async () => {
  const cwd = lived()
  expect(await run(cwd, 'history', 'CASE-AAAA2')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('CASE-AAAA1'),
  })
  write(cwd, 'cases/CASE-BBBB1-c.md', caseOf('draft', 'New.', 'CASE-BBBB1'))
  expect(await run(cwd, 'history', 'CASE-BBBB1')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('in no commit yet'),
  })
})

test('a removed case whose file had another name, and a version that cannot be read, are found', async () => {
  const cwd = library()
  write(cwd, 'cases/free-name.md', caseOf('draft'))
  commitAs(ANNA, cwd, 'draft')
  write(cwd, 'cases/free-name.md', caseOf('draft').replace('kind: case', 'kind: [case'))
  commitAs(ANNA, cwd, 'break')
  write(cwd, 'cases/free-name.md', caseOf('draft').replaceAll('\n', '\r\n'))
  commitAs(TIM, cwd, 'mend')
  rmSync(join(cwd, 'cases/free-name.md'))
  commitAs(TIM, cwd, 'remove')
  const { stdout } = await run(cwd, 'history', ID)
  expect(stdout.trim().split('\n\n')).toHaveLength(4)
  expect(stdout).toContain('The front matter cannot be read on one side.')
})

test('line ends and quotes are form only', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('draft'))
  commitAs(ANNA, cwd, 'draft')
  write(
    cwd,
    PATH,
    caseOf('draft').replace('title: Router drops', 'title: "Router drops"').replaceAll('\n', '\r\n'),
  )
  commitAs(ANNA, cwd, 'form')
  expect((await run(cwd, 'history', ID, '--limit', '1')).stdout).toContain('form only')
})

test('diff: between revisions wherever the file was, and from a revision to the files on disk', async () => {
  const cwd = lived()
  const { code, stdout, stderr } = await run(cwd, 'diff', ID, 'HEAD~2..HEAD')
  expect(code).toBe(0)
  expect(stdout).toContain(`moved from ${PATH} to ${MOVED}`)
  expect(stdout).toContain('{+modem+}')
  expect(stderr).toMatch(/CASE-7F3KQ: from [0-9a-f]{12} to [0-9a-f]{12}/)
  expect(await run(cwd, 'diff', ID)).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('says the same'),
  })
  write(cwd, MOVED, caseOf('in-review', 'Restart the modem twice.'))
  const json = JSON.parse((await run(cwd, 'diff', ID, '--json')).stdout)
  expect(json).toMatchObject({
    revisions: { to: null },
    fields: [{ field: 'tags', before: ['vpn'] }],
    sections: [{ section: 'Steps', after: 'Restart the modem twice.' }, { section: 'Cautions' }],
  })
  expect((await run(cwd, 'diff', ID, 'nowhere')).code).toBe(2)
  expect((await run(cwd, 'diff', ID, '--output=x')).code).toBe(2)
  expect((await run(cwd, 'diff', 'CASE-AAAA2')).code).toBe(1)
})

test('outside a repository both say so', async () => {
  const cwd = folderWith({ 'casectl.config.yml': '', [PATH]: caseOf('draft') })
  for (const command of ['history', 'diff']) {
    expect(await run(cwd, command, ID)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is in no git repository'),
    })
  }
})

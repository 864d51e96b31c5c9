import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, commitAs, gitAs, ID, library, PATH, POLICY, SUE, TIM } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'

/** Runs `casectl review` as a person whom git knows. */
function as(who: typeof TIM, cwd: string, ...args: readonly string[]): Promise<CliResult> {
  const person = { GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email }
  return cli(['review', ...args], { cwd, env: { ...GIT_ENV, ...person, TMPDIR: '/tmp' } })
}

const SCORES = ['--authenticity', '5', '--typicality', '4', '--reusability', '3']

function inReview(policy = POLICY): string {
  const cwd = library(policy)
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  return cwd
}

test('approve writes one file that says who, what and how good; the gate takes it', async () => {
  const cwd = inReview()
  const done = await as(TIM, cwd, 'approve', ID, '--role', 'technical', ...SCORES, '-m', 'Tried it: "works".')
  expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining('Commit it yourself') })
  const path = done.stdout.trim()
  expect(path).toMatch(/^reviews\/CASE-7F3KQ\/2026-11-22-technical-[0-9a-z]{10}\.yml$/)
  expect(readFileSync(join(cwd, path), 'utf8')).toMatch(
    /^case: CASE-7F3KQ\nrole: technical\nverdict: approve\nreviewer:\n {2}name: Tim Tech\n {2}email: tim@example.com\nday: 2026-11-22\ndigest: v1:[0-9a-f]{64}\nscores:\n {2}authenticity: 5\n {2}typicality: 4\n {2}reusability: 3\ncomment: .*works.*\n$/,
  )
  commitAs(TIM, cwd)
  await as(SUE, cwd, 'approve', ID.slice(5).toLowerCase(), ...SCORES)
  commitAs(SUE, cwd)
  expect(await as(SUE, cwd, 'publish', ID)).toMatchObject({ code: 0 })
  expect(readFileSync(join(cwd, PATH), 'utf8')).toBe(caseOf('published'))
  commitAs(SUE, cwd)
  expect((await as(ANNA, cwd, 'check', 'main..work')).code).toBe(0)
})

test.each([
  [
    'below the threshold',
    ['approve', ID, '--role', 'technical', '--authenticity', '3', '--typicality', '3', '--reusability', '2'],
    'below 3',
  ],
  [
    'without scores',
    ['approve', ID, '--role', 'technical', '--typicality', '3'],
    '--authenticity 1..5 --reusability 1..5',
  ],
  ['scores out of bounds', ['approve', ID, '--role', 'technical', '--typicality', '6'], '1 to 5'],
  ['an unknown role', ['approve', ID, '--role', 'tecnical', ...SCORES], 'technical'],
  ['no role where there are two', ['approve', ID, ...SCORES], 'yours are: technical, sensitivity'],
  ['a return without a reason', ['return', ID, '--role', 'technical'], '-m TEXT'],
  ['a comment without words', ['comment', ID, '--role', 'technical'], '-m TEXT'],
  [
    'somebody else',
    ['approve', ID, '--role', 'technical', '--as', 'Max <max@example.com>', ...SCORES],
    'Tim Tech',
  ],
  ['no person', ['approve', ID, '--role', 'technical', '--as', 'Max', ...SCORES], 'Name <address>'],
])('refused: %s', async (_, args, words) => {
  const cwd = inReview()
  const { code, stderr } = await as(TIM, cwd, ...args)
  expect(code).toBe(2)
  expect(stderr).toContain(words)
  expect(readdirSync(cwd)).not.toContain('reviews')
})

test('a library without roles, a case that is not there, one that cannot be read, nobody in git', async () => {
  const open = inReview('')
  expect((await as(TIM, open, 'approve', ID, ...SCORES)).stderr).toContain('review.roles')
  const cwd = inReview()
  expect((await as(TIM, cwd, 'approve', 'CASE-0F3KQ', ...SCORES)).code).toBe(1)
  const nobody = await cli(['review', 'approve', ID, '--role', 'technical', ...SCORES], { cwd, env: GIT_ENV })
  expect(nobody).toMatchObject({ code: 2, stderr: expect.stringContaining('git config user.email') })
  write(cwd, PATH, caseOf('in-review').replace('kind: case', 'kind: case\nkind: faq'))
  expect((await as(TIM, cwd, 'approve', ID, '--role', 'technical', ...SCORES)).code).toBe(2)
})

test('personal data in a comment is masked before it is written', async () => {
  const cwd = inReview()
  const { stdout, stderr } = await as(TIM, cwd, 'return', ID, '--role', 'technical', '-m', 'Ask 13912345678.')
  expect(stderr).toContain('Masked')
  expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).not.toContain('13912345678')
})

test('return, then withdraw: the case waits for its author, then for its reviewers again', async () => {
  const cwd = inReview()
  await as(SUE, cwd, 'return', ID, '-m', 'Names a customer.')
  expect((await as(SUE, cwd, 'list')).stdout).toMatch(/CASE-7F3KQ .*a change, returned by +Sue Sense/)
  expect((await as(SUE, cwd, 'list', '--mine')).stdout).toBe('')
  expect((await as(TIM, cwd, 'list', '--mine')).stdout).toContain('technical')
  expect(await as(SUE, cwd, 'publish', ID)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('returned'),
  })
  expect((await as(TIM, cwd, 'withdraw', ID)).code).toBe(2)
  expect((await as(SUE, cwd, 'withdraw', ID, '-m', 'A product, no customer.')).code).toBe(0)
  const { stdout } = await as(SUE, cwd, 'list')
  expect(stdout).not.toContain('returned by')
  expect(stdout).toMatch(/technical .*Tim Tech <tim@example.com>, Anna Author/)
})

test('list says what waits for whom, and only what is mine', async () => {
  const cwd = inReview()
  const { stdout } = await as(SUE, cwd, 'list', '--mine', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    waiting: [{ id: ID, status: 'in-review', roles: [{ role: 'sensitivity', stale: false }] }],
  })
  await as(SUE, cwd, 'approve', ID, ...SCORES)
  expect((await as(SUE, cwd, 'list', '--mine')).stdout).toBe('')
  write(cwd, PATH, caseOf('in-review', 'Other words.'))
  expect((await as(SUE, cwd, 'list', '--mine')).stdout).toContain('sensitivity (again)')
  expect((await as(SUE, cwd, 'list', '--role', 'nobody')).code).toBe(2)
})

test('only: a reviewer of one product does not review another', async () => {
  const policy = 'review: { roles: { technical: [{ email: tim@example.com, only: { kind: [faq] } }] } }\n'
  const cwd = inReview(policy)
  expect(await as(TIM, cwd, 'approve', ID, '--role', 'technical', ...SCORES)).toMatchObject({ code: 2 })
  expect((await as(TIM, cwd, 'list')).stdout).toContain('nobody: see review.roles')
  write(cwd, 'casectl.config.yml', policy.replace('[faq]', '[case]'))
  expect(await as(TIM, cwd, 'approve', ID, ...SCORES)).toMatchObject({ code: 0 })
  write(cwd, 'casectl.config.yml', policy.replace('[faq]', '[unknown]'))
  const { code, stderr } = await as(TIM, cwd, 'list')
  expect(code).toBe(2)
  expect(stderr).toContain('review.roles.technical[0].only')
})

test('show has the case, its approvals, the next review, the checklist, lint, reviews and what changed', async () => {
  const cwd = inReview()
  await as(TIM, cwd, 'approve', ID, '--role', 'technical', ...SCORES, '-m', 'Good.')
  await as(SUE, cwd, 'approve', ID, ...SCORES)
  await as(SUE, cwd, 'publish', ID)
  commitAs(SUE, cwd)
  const { stdout } = await as(TIM, cwd, 'show', ID)
  expect(stdout).toContain('Restart the router.')
  expect(stdout).toContain('technical: approved by Tim Tech')
  expect(stdout).toContain('2028-05-22: 18 months after the approval of 2026-11-22')
  expect(stdout).toContain('✓ ## steps')
  expect(stdout).toContain('✗ ## problem')
  expect(stdout).toMatch(/approve {2}Tim Tech <tim@example.com> {2}5\/4\/3 {2}Good\./)
  write(cwd, PATH, caseOf('in-review', 'Restart the modem.'))
  const changed = await as(TIM, cwd, 'show', ID)
  expect(changed.stdout).toContain('-Restart the router.')
  expect(changed.stdout).toContain('+Restart the modem.')
  expect(changed.stdout).toContain('technical: another text was approved')
  const json = JSON.parse((await as(TIM, cwd, 'show', ID, '--json')).stdout)
  expect(json).toMatchObject({ missing: ['technical', 'sensitivity'], reviewDay: { day: null } })
  expect((await as(TIM, cwd, 'show', ID, '--lang', 'zh')).stdout).toContain('批准情况')
})

test('publish keeps every other byte, and refuses from where no case is published', async () => {
  const cwd = inReview()
  const text = `\uFEFF${caseOf('in-review').replace('status: in-review', 'status: "in-review"  # soon').replaceAll('\n', '\r\n')}`
  write(cwd, PATH, text)
  await as(TIM, cwd, 'approve', ID, '--role', 'technical', ...SCORES)
  expect(await as(TIM, cwd, 'publish', ID)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('sensitivity'),
  })
  expect(readFileSync(join(cwd, PATH), 'utf8')).toBe(text)
  await as(SUE, cwd, 'approve', ID, ...SCORES)
  expect((await as(SUE, cwd, 'publish', ID, '--json')).code).toBe(0)
  expect(readFileSync(join(cwd, PATH), 'utf8')).toBe(text.replace('"in-review"', 'published'))
  write(cwd, PATH, caseOf('withdrawn'))
  expect((await as(SUE, cwd, 'publish', ID)).code).toBe(2)
})

test('the configuration is shown, and what does not hold in it is told with its place', async () => {
  const cwd = library(`${POLICY}  required: { faq: [technical] }\n  months_by: { kind: { faq: 6 } }\n`)
  const { stdout } = await cli(['config', 'show', '--origin'], { cwd, env: GIT_ENV })
  expect(stdout).toMatch(/casectl.config.yml:3 +review.roles.technical =/)
  expect(stdout).toMatch(/default +review.threshold = 3/)
  expect(stdout).toMatch(/review.required.case = \[technical, sensitivity\]/)
  expect(stdout).toMatch(/review.required.faq = \[technical\]/)
  expect(stdout).toMatch(/review.months_by.kind.faq = 6/)
  for (const [wrong, words] of [
    ['review: { required: { case: [legal] } }', 'legal'],
    ['review: { identity: face }', 'author, signed, forge'],
    ['review: { threshold: 9 }', 'review.threshold'],
    ['review: { roles: { technical: [{ name: Tim }] } }', 'email'],
    ['review: { adopted: main }', 'review.adopted'],
    ['review: { roles: { T: [{ email: a@b }] } }', 'T'],
  ] as const) {
    write(cwd, 'casectl.config.yml', `${wrong}\n`)
    const { code, stderr } = await cli(['list'], { cwd, env: GIT_ENV })
    expect([wrong, code]).toEqual([wrong, 2])
    expect(stderr).toContain(words)
  }
})

test('two branches review one case and merge without a conflict; both reviews count', async () => {
  const cwd = inReview()
  for (const [who, branch] of [
    [TIM, 'tim'],
    [SUE, 'sue'],
  ] as const) {
    gitAs(who, cwd, 'switch', '--quiet', '-c', branch, 'work')
    await as(who, cwd, 'approve', ID, '--role', branch === 'tim' ? 'technical' : 'sensitivity', ...SCORES)
    commitAs(who, cwd)
  }
  gitAs(ANNA, cwd, 'switch', '--quiet', 'work')
  gitAs(ANNA, cwd, 'merge', '--quiet', '--no-edit', 'tim')
  gitAs(ANNA, cwd, 'merge', '--quiet', '--no-edit', 'sue')
  expect((await as(ANNA, cwd, 'publish', ID)).code).toBe(0)
  commitAs(ANNA, cwd)
  expect(await as(ANNA, cwd, 'check', 'main..work')).toMatchObject({ code: 0 })
})
